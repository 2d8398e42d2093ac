import { readPhone } from '../../../core/phone.ts';
import { asObject } from '../../../dialogue/filled.ts';
import type { Reader } from '../../../dialogue/kind.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import { findPhone } from '../../../understanding/phone-in-text.ts';
import { type BuyerAnswer, readBuyer } from './buyer-kind.ts';

/**
 * Reads what the owner writes of an order for somebody else: `081234567890 2 kaos hitam L` begins with whom it is for; the rest
 * is read as the customer's own words would be. Without that, the receiver's phone says whose order it is.
 */
export const orderFor =
  (orderForm: Reader): Reader =>
  (reply, at) => {
    if (at.filled.siapa !== undefined) return orderForm(reply, at);
    const { buyer, rest } = headOf(reply.text);
    const read = rest === '' && reply.cart === undefined ? {} : orderForm({ ...reply, text: rest }, at);
    const phone = phoneIn(read);
    if (buyer === undefined) return phone === undefined ? read : { siapa: { telepon: phone }, ...read };
    // Who orders by phone mostly receives it too; the summary shows it, and another number may be said.
    const own = 'telepon' in buyer && phone === undefined ? { telepon: buyer.telepon } : {};
    return { siapa: buyer, ...own, ...read };
  };

/** Whom a text begins with, as a phone number or a code, and what else it says. */
export function headOf(text: string): { readonly buyer?: BuyerAnswer; readonly rest: string } {
  const trimmed = text.trim();
  const phone = findPhone(trimmed);
  if (phone?.start === 0) return { buyer: { telepon: phone.phone }, rest: after(trimmed, phone.end) };
  const [first = ''] = trimmed.split(/\s+/, 1);
  const buyer = readBuyer(first);
  return buyer === undefined ? { rest: trimmed } : { buyer, rest: after(trimmed, first.length) };
}

const after = (text: string, end: number): string => text.slice(end).replace(/^[\s,.:;-]+/, '');

function phoneIn({ telepon }: Filled): string | undefined {
  const { said } = asObject(telepon);
  const words = typeof telepon === 'string' ? telepon : said;
  return typeof words === 'string' ? readPhone(words)?.e164 : undefined;
}
