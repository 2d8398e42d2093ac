import { type CustomerSnapshot, createSnapshot } from '../../../../src/desks/customer/snapshot.ts';
import type { ParseAt } from '../../../../src/dialogue/kind.ts';
import type { Filled } from '../../../../src/dialogue/talk.ts';
import type { Product, Variant } from '../../../../src/shop/catalog/product.ts';
import { buildShelf, type Shelf } from '../../../../src/shop/catalog/shelf.ts';

export const NOW = new Date('2026-01-05T02:00:00Z');

type Some = Partial<Variant> & Pick<Variant, 'sku'>;

const variant = (some: Some): Variant => ({
  name: '',
  price: 65_000,
  cost: 40_000,
  weightGrams: 200,
  supplier: 'sup-1',
  stock: 'counted',
  available: 10,
  sold: 0,
  holds: [],
  active: true,
  ...some,
});

const product = (_id: string, name: string, variants: readonly Some[]): Product => ({
  _id,
  v: 1,
  rev: 0,
  duties: [],
  key: _id,
  name,
  category: 'c',
  description: '',
  active: true,
  variants: variants.map(variant),
  skus: variants.map(({ sku }) => sku),
  at: NOW,
  changedAt: NOW,
  history: [],
});

/** A shelf with a shirt in colours and sizes, a bag, a cap of which the black one is gone, and a lamp that is asked for. */
export function aShelf(changes: Readonly<Record<string, Partial<Variant>>> = {}): Shelf {
  const changed = (some: Some): Some => ({ ...some, ...changes[some.sku] });
  const shirts = ['Hitam', 'Putih'].flatMap((colour) =>
    ['M', 'L', 'XL'].map((size) => ({
      sku: `KAOS-${colour.slice(0, 3).toUpperCase()}-${size}`,
      name: `${colour}, ${size}`,
    })),
  );
  const lines: readonly (readonly [string, string, readonly Some[]])[] = [
    ['KAOS22', 'Kaos Polos', shirts],
    ['TOTE22', 'Totebag Kanvas', [{ sku: 'TOTE', price: 45_000 }]],
    [
      'TOPI22',
      'Topi Baseball',
      [
        { sku: 'TOPI-H', name: 'Hitam', available: 0 },
        { sku: 'TOPI-N', name: 'Navy', price: 35_000 },
      ],
    ],
    ['LAMPU2', 'Lampu Tidur', [{ sku: 'LAMPU', stock: 'ask', available: 0, supplier: 'sup-2', weightGrams: 800 }]],
  ];
  return buildShelf(
    [{ _id: 'c', v: 1, name: 'Semua', rank: 1 }],
    lines.map(([id, name, variants]) => product(id, name, variants.map(changed))),
  );
}

const aSnapshot = (shelf = aShelf()): CustomerSnapshot =>
  createSnapshot({ shelf: () => shelf, couriers: () => [], freshHours: () => 12 })();

/** Where a reply is read: Indonesian, nothing filled yet. */
export const at = (more: { filled?: Filled; kept?: ParseAt<unknown>['kept'] } = {}): ParseAt<CustomerSnapshot> => ({
  snapshot: aSnapshot(),
  language: 'id',
  filled: more.filled ?? {},
  now: NOW,
  ...(more.kept !== undefined && { kept: more.kept }),
});

export const text = (words: string) => ({ text: words, files: [] });
