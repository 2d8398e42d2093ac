import type { Kind, ParseAt } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';
import { globalWord, isDone, isNo, isYes } from '../../../dialogue/words.ts';
import { isTalk } from '../../../understanding/address-words.ts';
import { placeKey } from '../../../understanding/area-data.ts';
import { readOrder } from '../../../understanding/order-form.ts';
import { calmName } from '../../../understanding/tidy-name.ts';
import { readWanted } from '../goods/read-goods.ts';
import type { CustomerSnapshot } from '../snapshot.ts';

const LEAD =
  /^\s*(?:nama(?:nya)?(?:\s+(?:saya|aku|penerima|lengkap))?|atas nama|a\.?n\.?|untuk|buat|my name is|i am|i'm|saya|aku)\s*[:=]?\s+/i;

/** The name on the label: a few words and nothing else; a whole address, or one thing more to order, is left to the form's reader. */
export const personName: Kind<CustomerSnapshot> = {
  parse({ text }, at) {
    const name = text
      .replace(LEAD, '')
      .replace(/[\s,.]+(?:kak|ya|min)\s*$/i, '')
      .trim();
    const words = name.split(/\s+/);
    const plain = /^[\p{L}][\p{L}\p{M} .,'’-]{1,59}$/u.test(name) && words.length <= 6;
    const talk =
      globalWord(text) !== undefined ||
      [isYes, isNo, isDone].some((is) => is(text)) ||
      words.every((word) => isTalk(placeKey(word)));
    if (!plain || talk || text.includes('?') || saysGoods(text, at))
      return { type: 'failed', why: 'alamat.nama-tidak-jelas' };
    return { type: 'filled', value: calmName(name) };
  },
  show: plainText,
};

// "sama payung biru satu" goes on with the order; a person may well be called Ungu, but not with an amount.
const saysGoods = (text: string, { snapshot, now }: ParseAt<CustomerSnapshot>): boolean =>
  readOrder(text, snapshot.find).changes.length > 0 ||
  readWanted(text, snapshot, now).some(({ products, quantity }) => products.length > 0 && quantity !== undefined);
