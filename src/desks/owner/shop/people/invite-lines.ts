import type { Line, LineChoice } from '../../../../dialogue/talk.ts';

/** How somebody is invited: what to do, and the code in a message of its own, so that it can be forwarded as it is. */
export const inviteLines = (text: string, nama: string, code: string, back: LineChoice): readonly Line[] => [
  // The button ends the message, so the code stands in the next one.
  { text, with: { nama }, choices: [back] },
  { text: 'owner.isi', with: { isi: code } },
];
