import { LEFT_OUT } from '../support/story/left-out.ts';
import { playStories } from '../support/story/stories.ts';
import { telegramStage } from '../support/story/telegram-stage.ts';

playStories({ stage: telegramStage, quarters: [3], leavesOut: LEFT_OUT.telegram });
