import type { Claims } from '../../store/claims.ts';

/** Gives an order its invoice number, once, however often it is asked: `2026/000017`, without gaps in a year. */
export type GiveInvoiceNumber = (order: string, now: Date) => Promise<string>;

/**
 * Creates the giving of invoice numbers. A number is a claim, taken as the only one of its order, always the next after the
 * last one given, so none is skipped and none is given twice, by however many processes.
 */
export function createInvoiceNumbers(claims: Claims, zone: string): GiveInvoiceNumber {
  const yearOf = new Intl.DateTimeFormat('en-GB', { timeZone: zone, year: 'numeric' });
  // One lane: whoever comes while a number is given waits for it instead of trying the same one.
  let lane: Promise<unknown> = Promise.resolve();

  const give = async (order: string, now: Date): Promise<string> => {
    const only = `invoice/${order}`;
    const prefix = `invoice/${yearOf.format(now)}/`;
    for (;;) {
      const given = await claims.held(only);
      if (given !== undefined) return numberIn(given);
      const last = await claims.last(prefix);
      const next = last === undefined ? 1 : Number(last.slice(prefix.length)) + 1;
      await claims.takeOnly(`${prefix}${String(next).padStart(6, '0')}`, order, only, now);
    }
  };

  return (order, now) => {
    const mine = lane.then(() => give(order, now));
    // Who asked hears of a failure; whoever comes next only waits for its end.
    lane = mine.catch(() => undefined);
    return mine;
  };
}

const numberIn = (claim: string): string => claim.slice('invoice/'.length);
