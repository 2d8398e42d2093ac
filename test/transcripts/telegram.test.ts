import { playStories } from '../support/story/stories.ts';
import { telegramStage } from '../support/story/telegram-stage.ts';

playStories({ stage: telegramStage });
