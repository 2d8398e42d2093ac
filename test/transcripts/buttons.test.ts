import { platformStage } from '../support/story/platform-stage.ts';
import { playStories } from '../support/story/stories.ts';

playStories({ stage: (story) => platformStage(true, story), quarters: [0, 2], records: true });
