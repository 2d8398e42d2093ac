import type { OutMessage } from '../../channels/channel.ts';
import type { Line } from '../../dialogue/talk.ts';

/** A card as a line of a talk: its own words, its buttons, its picture; a reply that quotes it is about its document. */
export const cardLine = ({ text, choices, file, about }: OutMessage): Line => ({
  text: 'owner.isi',
  with: { isi: text },
  ...(choices && {
    choices: choices.map(({ label, tap, row }) => ({
      label: { words: label },
      tap,
      ...(row !== undefined && { row }),
    })),
  }),
  ...(file && { file }),
  ...(about !== undefined && { about }),
});
