import { LEFT_OUT } from '../support/story/left-out.ts';
import { platformStage } from '../support/story/platform-stage.ts';
import { playStories } from '../support/story/stories.ts';

playStories({ stage: (story) => platformStage(false, story), quarters: [1], leavesOut: LEFT_OUT.numbers });
