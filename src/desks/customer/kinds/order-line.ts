import type { Json } from '../../../core/json.ts';
import type { Language } from '../../../core/language.ts';
import { rupiah } from '../../../core/money.ts';
import type { Kind, ParseAt, Parsed } from '../../../dialogue/kind.ts';
import { globalWord, isNo, isSkip, isYes } from '../../../dialogue/words.ts';
import { readOrder } from '../../../understanding/order-form.ts';
import { besideGoods } from '../goods/beside.ts';
import { editGoods } from '../goods/edit-goods.ts';
import { type GoodsLine, goodsIn, goodsName, withLine } from '../goods/goods-line.ts';
import { numberInWords } from '../goods/number-in-words.ts';
import {
  amountIn,
  asKept,
  keptShape,
  lineFrom,
  readWanted,
  strangeWords,
  variantsThere,
  type Wanted,
  withProduct,
} from '../goods/read-goods.ts';
import type { CustomerSnapshot } from '../snapshot.ts';
import { wantsElse } from '../wants-else.ts';

/** More of one thing than anybody orders in a chat; a mistake, or a matter for a person. */
const MOST = 1_000;
/** From here on an amount is said in words too. */
const IN_WORDS = 10;

type At = ParseAt<CustomerSnapshot>;

/** Goods with their amounts in free words; it asks back which product, which variant, how many, one after another. */
export const orderLine: Kind<CustomerSnapshot> = {
  parse(reply, at) {
    if (reply.cart !== undefined) return fromCart(reply.cart, at);
    const { text } = reply;
    const noted = goodsIn(at.filled.barang);
    const kept = keptShape.safeParse(at.kept);
    if (kept.success) return answered(text, goodsIn(kept.data.done), kept.data.open, at);
    if (
      text === '' ||
      globalWord(text) !== undefined ||
      isYes(text) ||
      isNo(text) ||
      wantsElse(text) ||
      saysMore(text, at)
    )
      return besideGoods(NOT_UNDERSTOOD, noted);
    return besideGoods(settled([], readWanted(text, at.snapshot, at.now), at), noted);
  },
  show: (value, language) =>
    goodsIn(value)
      .map((line) => shown(line, language))
      .join(', '),
  join: (values, value) => goodsIn(value).reduce(withLine, goodsIn(values)).map(asJson),
  edit: (values, words) => editGoods(goodsIn(values), words)?.map(asJson),
};

const NOT_UNDERSTOOD: Parsed = { type: 'failed', why: 'pesan.barang-tidak-paham' };

const shown = ({ quantity, name, price }: GoodsLine, language: Language): string => {
  const words = quantity >= IN_WORDS ? ` (${numberInWords(quantity, language)})` : '';
  return `${quantity}${words} x ${name} @ ${rupiah(price)}`;
};

// A whole filled form is for the form's reader, which takes name, address and courier too.
function saysMore(text: string, at: At): boolean {
  const { address, courier, payment } = readOrder(text, at.snapshot.find);
  const { recipient, phone, village, district, city, postalCode } = address.parts;
  const delivery = [recipient, phone, village, district, city, postalCode].some((part) => part !== undefined);
  return delivery || courier !== undefined || payment !== undefined;
}

/** Goes on with what is open: the first thing that is not clear is asked, or all are done. */
function settled(done: readonly GoodsLine[], open: readonly Wanted[], at: At): Parsed {
  const [first, ...others] = open;
  if (first === undefined) return done.length === 0 ? NOT_UNDERSTOOD : { type: 'several', values: done.map(asJson) };
  const line = lineFrom(first, at.snapshot);
  if (line !== undefined) return line.quantity > MOST ? tooMany : settled(withLine(done, line), others, at);
  const question = questionOf(first, at);
  if (question.type === 'more') return { ...question, kept: asKept(done, open) };
  if (done.length === 0 && others.length === 0) return question;
  // What we do not have is said, and what was understood beside it is kept.
  const choices = [{ value: SKIP, label: GO_ON[at.language] }];
  return {
    type: 'more',
    ask: `${question.why}-lanjut`,
    ...(question.with && { with: question.with }),
    choices,
    kept: asKept(done, open),
  };
}

/** Goes on without the thing that we do not have. */
const SKIP = 'lewati';
const GO_ON: Readonly<Record<Language, string>> = { id: 'Lanjut tanpa itu', en: 'Go on without it' };

const tooMany: Parsed = { type: 'failed', why: 'pesan.jumlah-terlalu-banyak', with: { max: MOST } };

type Question = Extract<Parsed, { type: 'failed' }> | Omit<Extract<Parsed, { type: 'more' }>, 'kept'>;

function questionOf(wanted: Wanted, { snapshot, now }: At): Question {
  const products = wanted.products.flatMap((id) => snapshot.shelf.products.find(({ _id }) => _id === id) ?? []);
  const [product] = products;
  if (product === undefined)
    return { type: 'failed', why: 'pesan.barang-tidak-ada', with: { kata: wanted.words.slice(0, 60) } };
  if (products.length > 1) {
    const choices = products.map(({ _id, name }) => ({ value: _id, label: name }));
    return { type: 'more', ask: 'pesan.barang-mana', with: { kata: wanted.words.slice(0, 60) }, choices };
  }
  const there = variantsThere(product, snapshot, now);
  if (there.length === 0) return { type: 'failed', why: 'pesan.barang-kosong', with: { barang: product.name } };
  const [sku, other] = wanted.skus;
  if (sku !== undefined && other === undefined) {
    const variant = product.variants.find((one) => one.sku === sku);
    return { type: 'more', ask: 'pesan.berapa', with: { barang: goodsName(product.name, variant?.name ?? '') } };
  }
  const named = there.filter((variant) => wanted.skus.includes(variant.sku));
  const offered = (named.length > 0 ? named : there).map((variant) => ({
    value: variant.sku,
    label: `${variant.name} · ${rupiah(variant.price)}`,
  }));
  if (wanted.strange === undefined)
    return { type: 'more', ask: 'pesan.varian-mana', with: { barang: product.name }, choices: offered };
  return {
    type: 'more',
    ask: 'pesan.varian-tidak-ada',
    with: { barang: product.name, kata: wanted.strange },
    choices: offered,
  };
}

/** Takes the answer to the question about the first open thing. */
function answered(text: string, done: readonly GoodsLine[], open: readonly Wanted[], at: At): Parsed {
  const [first, ...others] = open;
  if (first === undefined || text === '' || globalWord(text) !== undefined || wantsElse(text)) return NOT_UNDERSTOOD;
  const next = (wanted: Wanted): Parsed => settled(done, [wanted, ...others], at);
  if (isSkip(text) || (isYes(text) && !isKnown(first, at))) return settled(done, others, at);
  const { shelf } = at.snapshot;
  const chosen = shelf.products.find(({ _id }) => _id === text && first.products.includes(_id));
  if (chosen !== undefined) return next(withProduct(first, chosen, at.snapshot, at.now));
  const item = shelf.buyable(text);
  if (item !== undefined) return next({ ...without(first), products: [item.product._id], skus: [item.variant.sku] });
  if (first.skus.length === 1) return amountAnswer(text, first, next, at);
  return variantAnswer(text, first, next, at);
}

function amountAnswer(text: string, first: Wanted, next: (wanted: Wanted) => Parsed, at: At): Parsed {
  const quantity = amountIn(text);
  if (quantity !== undefined && quantity > MOST) return tooMany;
  if (quantity !== undefined && Number.isInteger(quantity) && quantity > 0) return next({ ...first, quantity });
  return otherGoods(text, next, at) ?? { type: 'failed', why: 'pesan.jumlah-tidak-jelas' };
}

function variantAnswer(text: string, first: Wanted, next: (wanted: Wanted) => Parsed, at: At): Parsed {
  const [id, another] = first.products;
  const product = another === undefined ? at.snapshot.shelf.products.find(({ _id }) => _id === id) : undefined;
  if (product === undefined) return otherGoods(text, next, at) ?? NOT_UNDERSTOOD;
  // "yang hitam L, 2": the words name the variant of the product that is asked about, and perhaps how many.
  const [read] = readWanted(`${product.name} ${text}`, at.snapshot, at.now);
  const named = at.snapshot.find(`${product.name} ${text}`).find((hit) => hit.id === product._id)?.variants ?? [];
  const there = variantsThere(product, at.snapshot, at.now).filter(({ name }) => named.includes(name));
  const before = there.filter(({ sku }) => first.skus.includes(sku));
  const skus = (before.length > 0 ? before : there).map(({ sku }) => sku);
  const quantity = first.quantity ?? read?.quantity;
  if (skus.length > 0) return next({ ...without(first), skus, ...(quantity !== undefined && { quantity }) });
  const other = otherGoods(text, next, at);
  if (other !== undefined) return other;
  const strange = strangeWords(product, text, at.snapshot).join(' ');
  return strange === '' ? { type: 'failed', why: 'engine.pilih-dari-daftar' } : next({ ...first, skus: [], strange });
}

// "eh totebag aja": another thing takes the place of the one that was asked about.
function otherGoods(text: string, next: (wanted: Wanted) => Parsed, at: At): Parsed | undefined {
  const [other, more] = readWanted(text, at.snapshot, at.now);
  return other === undefined || more !== undefined || other.products.length === 0 ? undefined : next(other);
}

function fromCart(cart: NonNullable<Parameters<Kind['parse']>[0]['cart']>, at: At): Parsed {
  const wanted = cart.map(({ sku, quantity }): Wanted => {
    const item = at.snapshot.shelf.buyable(sku);
    return { words: sku, products: item ? [item.product._id] : [], skus: item ? [item.variant.sku] : [], quantity };
  });
  return settled([], wanted, at);
}

const without = ({ words, products, skus, quantity }: Wanted): Wanted => ({
  words,
  products,
  skus,
  ...(quantity !== undefined && { quantity }),
});

const isKnown = ({ products }: Wanted, at: At): boolean =>
  products.some((id) => at.snapshot.shelf.products.some(({ _id }) => _id === id));

const asJson = (line: GoodsLine): Json => ({ ...line });
