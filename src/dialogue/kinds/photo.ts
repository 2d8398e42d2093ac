import type { Kind } from '../kind.ts';
import { fileKind } from './file.ts';

/** Photos, one or several; other files are refused politely. */
export const photo: Kind = fileKind(['image'], 'engine.perlu-foto');
