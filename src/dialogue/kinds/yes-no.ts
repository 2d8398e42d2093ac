import type { Kind } from '../kind.ts';
import { isNo, isYes } from '../words.ts';

/** Yes or no, kept as `yes` or `no` so that a `when` can compare it. */
export const yesNo: Kind = {
  parse: ({ text }) => {
    if (isYes(text)) return { type: 'filled', value: 'yes' };
    if (isNo(text)) return { type: 'filled', value: 'no' };
    return { type: 'failed', why: 'engine.ya-atau-tidak' };
  },
  show: (value, language) => SHOWN[language][value === 'yes' ? 'yes' : 'no'],
};

const SHOWN = { id: { yes: 'ya', no: 'tidak' }, en: { yes: 'yes', no: 'no' } } as const;
