/** What is shared by the tests of one file and goes when the file ends; a worker is killed without a goodbye. */
const ends: (() => Promise<void>)[] = [];

/** Registers what is to be closed or removed when the test file ends. */
export const atEndOfFile = (end: () => Promise<void>): void => void ends.push(end);

/** Runs and forgets what was registered; called after each file. */
export async function endFile(): Promise<void> {
  for (const end of ends.splice(0)) await end();
}
