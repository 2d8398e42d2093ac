import { tidyName } from '../../understanding/tidy-name.ts';
import type { Kind } from '../kind.ts';
import { plainText } from '../plain-text.ts';

// "nama saya Budi", "atas nama Siti", "a.n. Joko"
const LEAD =
  /^\s*(?:nama(?:nya)?(?:\s+(?:saya|aku|penerima|lengkap))?|atas nama|a\.?n\.?|my name is|name|receiver|saya|aku|i am|i'm)\s*[:=]?\s+/i;

/** The name of a person: two to sixty characters with letters, without what people say around it. */
export const name: Kind = {
  free: true,
  parse: ({ text }) => {
    const said = text.split('\n')[0]?.replace(LEAD, '').trim() ?? '';
    if (said === '') return { type: 'failed', why: 'engine.perlu-kata' };
    if (said.length > 60) return { type: 'failed', why: 'engine.terlalu-panjang', with: { max: 60 } };
    if ((said.match(/\p{L}/gu) ?? []).length < 2 || /\d{4,}|https?:/.test(said))
      return { type: 'failed', why: 'engine.salah-nama' };
    return { type: 'filled', value: tidyName(said) };
  },
  show: (value) => plainText(value),
};
