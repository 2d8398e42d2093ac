import { afterAll } from 'vitest';
import { endFile } from './support/end-of-file.ts';

// Files of a worker share their modules; what one shared itself goes when it ends.
afterAll(endFile);
