import { openEmbeddedStore } from '../../../../src/store/embedded/index.ts';

// Holds a directory from a process of its own, until it is killed: `tsx hold-store.ts <dir> <inline|child>`.
const [, , dir = '', run = ''] = process.argv;
const store = await openEmbeddedStore({ dir, run: run === 'child' ? 'child' : 'inline' });
process.stdout.write(`${store.uri}\n`);
