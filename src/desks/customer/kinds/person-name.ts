import { foldText } from '../../../core/text.ts';
import type { Kind, ParseAt } from '../../../dialogue/kind.ts';
import { plainText } from '../../../dialogue/plain-text.ts';
import { globalWord, isDone, isNo, isYes } from '../../../dialogue/words.ts';
import { isTalk } from '../../../understanding/address-words.ts';
import { placeKey } from '../../../understanding/area-data.ts';
import { readOrder } from '../../../understanding/order-form.ts';
import { calmName } from '../../../understanding/tidy-name.ts';
import { readWanted } from '../goods/read-goods.ts';
import type { CustomerSnapshot } from '../snapshot.ts';

// What people say before a name: "oh oke. namanya Tono", "it's for Tono".
const FILLER =
  'oh|oke+|okey|ok|okay|iya+|ya+|yes|sure|eh|hmm+|baik|siap|boleh|kak|kakak|min|ini|itu|nih|sorry|maaf|well|please|tolong|pakai nama|dikirim|kirim|ke|terima kasih|makasih';
const CUE =
  "(?:nama(?:nya)?(?:\\s+(?:saya|aku|penerima(?:nya)?|lengkap(?:nya)?))?|penerima(?:nya)?|atas nama|a\\.?n\\.?|untuk|buat|(?:my|the|his|her|receiver['’]?s) name(?: is|['’]s)?|name(?: is)?|it['’]?s(?: for)?|this is|for|to|i am|i['’]m|saya|aku)(?:\\s+adalah|\\s+itu|\\s+is)?";
const LEAD = new RegExp(`^(?:[\\s,.!:=-]*(?:${FILLER}|${CUE})(?=[\\s,.!:=-]))+[\\s,.!:=-]+`, 'i');

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
      words.every((word) => isTalk(placeKey(word))) ||
      foldText(name)
        .split(' ')
        .some((word) => NO_NAME.has(word));
    if (!plain || talk || text.includes('?') || saysGoods(text, at))
      return { type: 'failed', why: 'alamat.nama-tidak-jelas' };
    return { type: 'filled', value: calmName(name) };
  },
  show: plainText,
};

// Words that stand in no name: what it is for, a question, a wish of another kind.
const NO_NAME: ReadonlySet<string> = new Set(
  `hadiah kado kadonya gift present birthday surprise sendiri myself gimana bagaimana kenapa apa siapa kapan mana berapa maksud maksudnya what
  why how who where when meaning rules aturan harga stok stock ongkir promo price shipping pesanan order barang alamat alamatnya address
  payment bayar transfer ubah ganti tambah hapus change`.split(/\s+/),
);

// "sama payung biru satu" goes on with the order; a person may well be called Ungu, but not with an amount.
const saysGoods = (text: string, { snapshot, now }: ParseAt<CustomerSnapshot>): boolean =>
  readOrder(text, snapshot.find).changes.length > 0 ||
  readWanted(text, snapshot, now).some(({ products, quantity }) => products.length > 0 && quantity !== undefined);
