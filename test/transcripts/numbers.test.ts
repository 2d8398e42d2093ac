import { LEFT_OUT } from '../support/story/left-out.ts';
import { platformStage } from '../support/story/platform-stage.ts';
import { playStories } from '../support/story/stories.ts';

playStories({ stage: (story) => platformStage(false, story), quarter: 0, leavesOut: LEFT_OUT.numbers });
