import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import type { Rupiah } from '../../core/money.ts';
import type { LedgerKind } from '../orders/money.ts';
import { createLedgerStore, type LedgerEntry, type LedgerQuery } from './ledger-store.ts';

/** One line to be written: what kind of money, how much; minus is out. */
interface LedgerLine {
  readonly kind: LedgerKind;
  readonly amount: Rupiah;
}

/** The shop's cash book: written once per cause, never changed; what was wrong is set right by another entry. */
export interface Ledger {
  /** Writes the lines under a key; the same key writes nothing again. */
  write(key: string, order: string, at: Date, lines: readonly LedgerLine[]): Promise<void>;
  entries(query: LedgerQuery): Promise<LedgerEntry[]>;
  /** Sums by kind, of one order or of a time. */
  sums(query: LedgerQuery): Promise<Readonly<Partial<Record<LedgerKind, Rupiah>>>>;
}

/** Creates the cash book on a connection. */
export function createLedger({ connection }: { readonly connection: Connection; readonly clock: Clock }): Ledger {
  const store = createLedgerStore(connection);
  return {
    async write(key, order, at, lines) {
      for (const { kind, amount } of lines) {
        // key: <the duty's key>/<kind>
        await store.insert({ _id: `${key}/${kind}`, v: 1, order, at, kind, amount });
      }
    },
    entries: (query) => store.entries(query),
    sums: (query) => store.sums(query),
  };
}

/** What is left when money in and money out of sums are counted together. */
export const netOf = (sums: Readonly<Partial<Record<LedgerKind, Rupiah>>>): Rupiah =>
  Object.values(sums).reduce((all, amount) => all + amount, 0);
