import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';

const input = z.object({});

/** Speaks the other language in this chat from now on. */
export const switchLanguage: Action<z.infer<typeof input>, 'switched'> = {
  name: 'switch-language',
  kind: 'acts',
  input,
  outcomes: ['switched'],
  run: (_, at) => Promise.resolve({ outcome: 'switched', set: { language: at.language === 'id' ? 'en' : 'id' } }),
};
