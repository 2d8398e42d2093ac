import type { Connection } from 'mongoose';
import type { Clock } from '../../core/clock.ts';
import { SECOND } from '../../core/clock.ts';
import { codeOf, type FileId } from '../../core/ids.ts';
import type { Logger } from '../../core/logger.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Buried } from '../../store/buried.ts';
import type { Clockworked } from '../../store/clockworked.ts';
import type { NotFound } from '../../store/documents.ts';
import type { Payers } from '../../store/duties.ts';
import { where } from '../../store/model.ts';
import { StaleWrite } from '../../store/store-errors.ts';
import type { At } from '../at.ts';
import { nextEntry } from '../history.ts';
import { type EditRefused, editProduct, type NewVariant, type ProductEdit, variantOf } from './edit.ts';
import type { Category, Product } from './product.ts';
import { createProductStore } from './product-store.ts';
import { asSku, buildShelf, type Shelf } from './shelf.ts';
import { createShelfStore, type MissedSearch } from './shelf-store.ts';
import { type AskOrder, createStock, type Stock } from './stock.ts';

/** A product as it is added, with at least one variant. */
interface NewProduct {
  readonly name: string;
  readonly category: string;
  readonly description: string;
  readonly picture?: FileId;
  readonly variants: readonly NewVariant[];
}

/** What the shop sells: read in memory, changed with a key and a trace, stock held under orders' names. */
export interface Catalog {
  /** The catalogue as last read; at most a few seconds old, after an own change at once. */
  snapshot(): Shelf;
  /** Reads anew what changed. */
  refresh(): Promise<void>;
  /** Reads the whole catalogue, then keeps the snapshot fresh until `stop`. */
  start(stop: AbortSignal): Promise<void>;
  /** The newest products behind skus, from the store; what an order copies its prices from. */
  look(skus: readonly string[]): Promise<ReadonlyMap<string, Product>>;
  find(id: string): Promise<Product | undefined>;
  addProduct(product: NewProduct, at: At): Promise<Result<Product, EditRefused>>;
  edit(
    id: string,
    edit: ProductEdit,
    at: At & { readonly reason?: string },
  ): Promise<Result<Product, EditRefused | NotFound>>;
  putCategory(category: Omit<Category, 'v'>): Promise<void>;
  /** Products by words; words without a hit are kept for the owner. */
  search(words: string, limit?: number): Promise<readonly Product[]>;
  /** Words without a hit since then, the most wanted first. */
  missedSearches(since: Date, limit: number): Promise<readonly MissedSearch[]>;
  readonly stock: Stock;
  readonly clockwork: Clockworked;
}

export interface CatalogDeps {
  readonly connection: Connection;
  readonly clock: Clock;
  readonly payers: Payers;
  readonly buried: Buried;
  readonly log: Logger;
  readonly askOrder: AskOrder;
  /** Suppliers whose goods are not shown for now. */
  readonly hiddenSuppliers?: () => ReadonlySet<string>;
}

const REFRESH_MS = 3 * SECOND;
/** Clocks of two machines may differ by this much; what changed within it is read once more. */
const OVERLAP_MS = 10 * SECOND;

/** Creates the catalogue on a connection. */
export function createCatalog(deps: CatalogDeps): Catalog {
  const { connection, clock, log, askOrder, hiddenSuppliers = () => new Set<string>() } = deps;
  const store = createProductStore({
    ...deps,
    onDue: async (product, now) => {
      await stock.settleExpired(product, now);
    },
  });
  const shelves = createShelfStore(connection);
  const stock = createStock(store, clock, askOrder);

  const known = new Map<string, Product>();
  let readTo: Date | undefined;
  let shelf = buildShelf([], []);
  let reading: Promise<void> | undefined;

  const read = async (): Promise<void> => {
    const from = readTo && new Date(readTo.getTime() - OVERLAP_MS);
    const changed = await store.many(from ? { changedAt: where({ $gte: from }) } : {}, { sort: { changedAt: 1 } });
    for (const product of changed) known.set(product._id, product);
    readTo = changed.at(-1)?.changedAt ?? readTo;
    shelf = buildShelf(await shelves.categories(), [...known.values()], hiddenSuppliers());
  };
  const refresh = async (): Promise<void> => {
    // Who asks while a reading runs needs one that began later: it may have missed the change just made.
    await reading?.catch(() => undefined);
    reading ??= read().finally(() => {
      reading = undefined;
    });
    await reading;
  };

  const edit: Catalog['edit'] = async (id, wanted, at) => {
    for (let round = 0; ; round++) {
      try {
        const done = await store.change(id, (product) => editProduct(product, wanted, { ...at, now: clock.now() }));
        if (done.ok) await refresh();
        return done;
      } catch (error) {
        // Holds of a busy sale move the number in between; the edit is decided anew.
        if (!(error instanceof StaleWrite) || round >= 20) throw error;
      }
    }
  };

  return {
    snapshot: () => shelf,
    refresh,
    async start(stop) {
      await refresh();
      void (async () => {
        while (!stop.aborted) {
          await clock.sleep(REFRESH_MS, stop);
          if (!stop.aborted) await refresh().catch((error: unknown) => log.warn({ err: error }, 'catalogue not read'));
        }
      })();
    },
    async look(skus) {
      const wanted = skus.map(asSku);
      const found = await store.many({ skus: where({ $in: wanted }) });
      return new Map(found.flatMap((product) => product.skus.map((sku) => [sku, product])));
    },
    find: (id) => store.find(id),
    async addProduct(product, at) {
      const now = clock.now();
      const variants = product.variants.map((variant) => variantOf(variant, now));
      const whole = { ...product, v: 1, key: at.key, active: true, variants, skus: variants.map(({ sku }) => sku) };
      const history = [nextEntry([], { key: at.key, at: now, by: at.by, event: 'add' })];
      for (let attempt = 0; ; attempt++) {
        const _id = codeOf(at.key, attempt);
        const outcome = await store.insert({ ...whole, _id, at: now, changedAt: now, history });
        if (outcome === 'inserted') await refresh();
        const there = await store.find(_id);
        if (there?.key === at.key) return ok(there);
        // The code is free, so it was one of the skus that another product has already.
        if (!there) return err({ code: 'edit-refused', why: 'sku-taken' });
      }
    },
    edit,
    async putCategory(category) {
      await shelves.putCategory(category);
      await refresh();
    },
    async search(words, limit) {
      const found = shelf.search(words, limit);
      if (found.length === 0) await shelves.missed(words, clock.now());
      return found;
    },
    missedSearches: (since, limit) => shelves.missedSince(since, limit),
    stock,
    clockwork: store.clockwork,
  };
}
