import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { SECOND } from '../../core/clock.ts';
import { codeOf, keyOf } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { Logger } from '../../core/logger.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Buried } from '../../store/buried.ts';
import type { Claims } from '../../store/claims.ts';
import type { Clockworked } from '../../store/clockworked.ts';
import { createDocuments, type NotFound } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import type { At } from '../at.ts';
import { nextEntry } from '../history.ts';
import { changedSupplier, nameKey, type SupplierEdit, type SupplierRefused, supplierName } from './change-supplier.ts';
import { type Supplier, supplierShape } from './supplier.ts';
import { OWN_WORDS, type OwnWords } from './template.ts';

/** The suppliers: few, so all are kept in memory for reading; changed with a key and a trace. */
export interface Suppliers {
  all(): readonly Supplier[];
  /** From memory; a few seconds old at most, after an own change at once. */
  known(id: string): Supplier | undefined;
  /** By its name, however it is written. */
  named(name: string): Supplier | undefined;
  /** Suppliers whose goods are not shown for now. */
  paused(): ReadonlySet<string>;
  find(id: string): Promise<Supplier | undefined>;
  /** What the shop writes to them in its own words. */
  readonly own: OwnWords;
  add(name: string, at: At): Promise<Result<Supplier, SupplierRefused>>;
  change(id: string, edit: SupplierEdit, at: At): Promise<Result<Supplier, SupplierRefused | NotFound>>;
  refresh(): Promise<void>;
  /** Reads all, then keeps them fresh until `stop`. */
  start(stop: AbortSignal): Promise<void>;
  readonly clockwork: Clockworked;
}

export interface SuppliersDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly claims: Claims;
  readonly log: Logger;
  /** The language the shop writes to suppliers in; Indonesian unless it says another. */
  readonly language?: Language;
}

const REFRESH_MS = 3 * SECOND;

/** Creates the suppliers on a connection. */
export function createSuppliers(deps: SuppliersDeps): Suppliers {
  const { clock, claims, log } = deps;
  const store = createDocuments<Supplier>({
    ...deps,
    name: 'suppliers',
    schema: supplierShape,
    indexes: [],
    due: () => undefined,
  });
  let known: ReadonlyMap<string, Supplier> = new Map();

  const refresh = async (): Promise<void> => {
    known = new Map((await store.many({}, { sort: { at: 1 } })).map((one) => [one._id, one]));
  };

  // Two suppliers of one name could not be told apart in lists and files.
  const takeName = (name: string, id: string): Promise<boolean> =>
    claims.take(`supplier-name/${nameKey(name)}`, id, clock.now());

  return {
    all: () => [...known.values()],
    known: (id) => known.get(id),
    named: (name) => [...known.values()].find((one) => nameKey(one.name) === nameKey(name)),
    paused: () => new Set([...known.values()].filter((one) => one.paused !== undefined).map((one) => one._id)),
    find: (id) => store.find(id),
    own: OWN_WORDS[deps.language ?? 'id'],
    async add(written, { key, by }) {
      const name = supplierName(written);
      if (name === '') return err({ code: 'supplier-refused', why: 'name-missing' });
      const now = clock.now();
      const history = [nextEntry([], { key, at: now, by, event: 'add' })];
      const words = { terms: '', returnsTo: '', note: '' };
      for (let attempt = 0; ; attempt++) {
        // key: supplier/<message>: a repeated turn finds its own supplier again.
        const _id = codeOf(keyOf('supplier', key), attempt);
        const before = await store.find(_id);
        if (before?.key === key) return ok(before);
        if (before) continue;
        if (!(await takeName(name, _id))) return err({ code: 'supplier-refused', why: 'name-taken', details: [name] });
        await store.insert({
          _id,
          v: 1,
          key,
          name,
          contact: {},
          couriers: [],
          batch: false,
          ...words,
          at: now,
          history,
        });
        await refresh();
        const there = await store.find(_id);
        if (there?.key === key) return ok(there);
      }
    },
    async change(id, edit, at) {
      const before = await store.find(id);
      const name = edit.type === 'set_name' ? supplierName(edit.name) : '';
      if (name !== '' && !(await takeName(name, id)))
        return err({ code: 'supplier-refused', why: 'name-taken', details: [name] });
      const now = clock.now();
      const done = await store.change(id, (supplier) => changedSupplier(supplier, edit, { ...at, now }));
      if (done.ok && before && nameKey(before.name) !== nameKey(done.value.name))
        await claims.release(`supplier-name/${nameKey(before.name)}`, id, now);
      if (done.ok) await refresh();
      return done;
    },
    refresh,
    async start(stop) {
      await refresh();
      void (async () => {
        while (!stop.aborted) {
          await clock.sleep(REFRESH_MS, stop);
          if (!stop.aborted) await refresh().catch((error: unknown) => log.warn({ err: error }, 'suppliers not read'));
        }
      })();
    },
    clockwork: store.clockwork,
  };
}
