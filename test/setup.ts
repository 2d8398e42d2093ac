import { afterAll } from 'vitest';
import { closeLent } from './support/shop-deps.ts';

// Files of a worker share their modules; what one lent itself goes when it ends.
afterAll(closeLent);
