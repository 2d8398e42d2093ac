import type { PersonId } from '../core/ids.ts';
import type { Shop } from './build-shop.ts';

/** What shows that a text is about a person: the codes of what is theirs, and what nobody else says the same way. */
export interface Traces {
  readonly codes: readonly string[];
  readonly words: readonly string[];
  readonly phones: readonly string[];
}

type Rooms = Pick<Shop, 'customers' | 'orders' | 'payments' | 'cases' | 'purchases'>;

/** Collects a person's traces while the rooms still know them. */
export async function tracesOf(shop: Rooms, person: PersonId): Promise<Traces> {
  const { ids } = await shop.customers.mine(person);
  const all = await Promise.all(ids.map((id) => tracesOfId(shop, id)));
  return {
    codes: all.flatMap(({ codes }) => codes),
    words: [...new Set(all.flatMap(({ words }) => words))],
    phones: [...new Set(all.flatMap(({ phones }) => phones))],
  };
}

/** Whether a text is about the person of these traces. Pure. */
export function mentionsOf({ codes, words, phones }: Traces): (text: string) => boolean {
  const sought = [...codes, ...words].map((word) => word.toLowerCase());
  return (text) => {
    const low = text.toLowerCase();
    if (sought.some((word) => low.includes(word))) return true;
    const digits = low.replace(/[\s()+.-]/g, '');
    return phones.some((phone) => digits.includes(phone));
  };
}

const MANY = 10_000;
/** Shorter words are everybody's. */
const TELLING = 4;
/** Free text this long was written once. */
const TELLING_TEXT = 10;
/** The end of a phone number is the same, however it is written. */
const TELLING_DIGITS = 9;

async function tracesOfId(shop: Rooms, customer: PersonId): Promise<Traces> {
  const [known, orders, payments, cases] = await Promise.all([
    shop.customers.find(customer),
    shop.orders.list({ customer, limit: MANY }),
    shop.payments.list({ customer, limit: MANY }),
    shop.cases.list({ customer, limit: MANY }),
  ]);
  const purchases = (await Promise.all(orders.map(({ _id }) => shop.purchases.ofOrder(_id)))).flat();
  const places = [...(known?.addresses.map(({ address }) => address) ?? []), ...orders.map((one) => one.recipient)];
  const names = [
    known?.name,
    ...places.map(({ recipient }) => recipient),
    ...payments.map(({ name }) => name),
    ...cases.map(({ destination }) => destination?.holder),
  ].flatMap((name) => [name, ...(name?.split(' ') ?? [])]);
  const texts = [
    ...places.flatMap(({ street, landmark }) => [street, landmark]),
    ...orders.flatMap(({ note, gift }) => [note, gift?.sender, gift?.words]),
    ...cases.flatMap(({ words, destination }) => [words, destination?.number]),
    known?.email,
    known?.note,
  ];
  return {
    codes: [...orders, ...payments, ...cases, ...purchases].map(({ _id }) => _id),
    words: [...longerThan(TELLING, names), ...longerThan(TELLING_TEXT, texts)],
    phones: longerThan(
      TELLING_DIGITS,
      [known?.phone, ...places.map(({ phone }) => phone)].map((phone) =>
        phone?.replace(/\D/g, '').slice(-TELLING_DIGITS),
      ),
    ),
  };
}

const longerThan = (least: number, words: readonly (string | undefined)[]): string[] =>
  words.flatMap((word) => (word !== undefined && word.trim().length >= least ? [word.trim()] : []));
