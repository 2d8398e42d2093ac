import { platformStage } from '../support/story/platform-stage.ts';
import { playStories } from '../support/story/stories.ts';

// Where there are no buttons a number always means the list shown last, so nobody can press what stands in an older one.
playStories({
  stage: (story) => platformStage(false, story),
  leavesOut: {
    'old-buttons/ringkasan-lama.chat': 'a "yes" typed after the summary is answered is no press of its button',
    'old-buttons/tombol-katalog-lama.chat': 'the numbers of an older card are those of the list shown last',
  },
});
