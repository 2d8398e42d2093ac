import type { Problem } from '../../../dialogue/talk.ts';
import type { Say } from '../../../notices/house-words.ts';

/** As much of a note as fits on what the packer reads. */
export const LONGEST_NOTE = 500;
/** As many of the last characters that fit as are shown, so that it is seen where the note ends. */
const END = 30;

/** A note that is too long: said with how far it goes, to be written shorter or kept up to there. */
export function noteProblems(note: string | undefined, say: Say): readonly Problem[] {
  if (note === undefined || note.length <= LONGEST_NOTE) return [];
  const kept = note.slice(0, LONGEST_NOTE).toWellFormed().trimEnd();
  return [
    {
      field: 'catatan',
      text: 'pesan.catatan-panjang',
      with: { huruf: note.length, max: LONGEST_NOTE, ujung: kept.slice(-END).toWellFormed().trimStart() },
      choices: [{ value: kept, label: say('pesan.catatan-sampai-situ') }],
    },
  ];
}
