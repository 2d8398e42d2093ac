import type { Json } from '../../../core/json.ts';
import type { Kind } from '../../../dialogue/kind.ts';
import { fileKind } from '../../../dialogue/kinds/file.ts';

/** Pictures or PDFs that show a payment; all that come in one message are one answer. */
export const proofFiles: Kind = together(fileKind(['image', 'pdf'], 'bukti.kirim-foto'));

/** Pictures or videos that show what is wrong with goods. */
export const evidenceFiles: Kind = together(fileKind(['image', 'video', 'pdf'], 'komplain.perlu-foto'));

// Nobody who has sent a picture wants to be asked whether there is another one; who has one sends it.
function together(kind: Kind): Kind {
  return {
    parse(reply, at) {
      const parsed = kind.parse(reply, at);
      return parsed.type === 'several' ? { type: 'filled', value: parsed.values } : parsed;
    },
    // "2 foto, 1 video"
    show(value, language) {
      const shown = listOf(value).map((one) => kind.show(one, language));
      return [...new Set(shown)].map((sort) => `${shown.filter((one) => one === sort).length} ${sort}`).join(', ');
    },
  };
}

const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [value]);
