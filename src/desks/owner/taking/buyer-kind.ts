import { z } from 'zod';
import { readCode } from '../../../core/ids.ts';
import { readPhone, showPhone } from '../../../core/phone.ts';
import type { Kind } from '../../../dialogue/kind.ts';

/** Who buys, as the owner names them: by a phone number, or by a code of theirs (an order, a talk). */
export const buyerAnswer = z.union([z.object({ telepon: z.string() }), z.object({ kode: z.string() })]);
export type BuyerAnswer = z.infer<typeof buyerAnswer>;

/** A customer, named by a phone number or by the code of an order or talk of theirs. */
export const buyerCode: Kind = {
  parse({ text }) {
    const value = readBuyer(text);
    return value === undefined ? { type: 'failed', why: 'owner.pembeli-tidak-jelas' } : { type: 'filled', value };
  },
  show(value) {
    const answer = buyerAnswer.parse(value);
    return 'kode' in answer ? answer.kode : showPhone(answer.telepon);
  },
};

/** Reads a phone number or a code that is all of a text. */
export function readBuyer(text: string): BuyerAnswer | undefined {
  const telepon = readPhone(text)?.e164;
  if (telepon !== undefined) return { telepon };
  const kode = readCode(text.trim());
  return kode === undefined ? undefined : { kode };
}
