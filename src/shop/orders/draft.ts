import type { Code, Key } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Fresh } from '../../store/documents.ts';
import { availabilityOf, type Product, type Variant } from '../catalog/product.ts';
import { type By, nextEntry } from '../history.ts';
import type { Order, OrderLine } from './order.ts';
import type { Parcel } from './parcel.ts';
import type { PlaceProblem, PlaceRefused } from './place-refused.ts';
import type { OrderRequest } from './request.ts';
import { searchFields } from './search-fields.ts';
import type { OrderSop } from './sop.ts';

/** What is known of the shop when an order is drawn up. */
export interface DraftAt {
  readonly products: ReadonlyMap<string, Product>;
  readonly now: Date;
  readonly sop: OrderSop;
  readonly by: By;
}

/** The lines of a request with today's prices and costs copied onto them, or all that is wrong with them. */
export function draftLines(request: OrderRequest, at: DraftAt): Result<readonly OrderLine[], PlaceRefused> {
  const wanted = merged(request.lines, at.by);
  const problems: PlaceProblem[] = wanted.length === 0 ? [{ code: 'empty-order' }] : [];
  const lines = wanted.flatMap((line): OrderLine[] => {
    const drawn = draftLine(line, at);
    if (!drawn.ok) problems.push(drawn.error);
    return drawn.ok ? [drawn.value] : [];
  });
  const suppliers = new Set(lines.map(({ supplier }) => supplier));
  for (const supplier of suppliers) {
    if (!request.shipping.some((one) => one.supplier === supplier)) problems.push({ code: 'no-shipping', supplier });
  }
  return problems.length > 0 ? err({ code: 'order-refused', problems }) : ok(lines);
}

/** The order as it is first saved: `placing`, with all it will need. */
export function draftOrder(
  request: OrderRequest,
  lines: readonly OrderLine[],
  at: { readonly code: Code; readonly key: Key; readonly by: By; readonly now: Date },
): Fresh<Order> {
  const { code, key, by, now } = at;
  const parcels = draftParcels(request, lines);
  const goods = lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const shipping = parcels.reduce((sum, parcel) => sum + parcel.shipping.cost, 0);
  const fee = request.fee ?? 0;
  const discount = Math.min(request.discount ?? 0, goods + shipping);
  const { recipient, gift, chat, source, reference, pay, note = '', customer } = request;
  return {
    _id: code,
    v: 1,
    key,
    state: 'placing',
    customer,
    ...(chat !== undefined && { chat }),
    ...(source !== undefined && { source }),
    ...(reference !== undefined && { reference }),
    ...(gift && { gift }),
    recipient,
    note,
    lines,
    parcels,
    totals: { goods, shipping, fee, discount, unique: 0, total: goods + shipping + fee - discount },
    pay: { way: pay.way, ...(pay.account !== undefined && { account: pay.account }) },
    allotments: [],
    claims: [],
    waived: 0,
    refunds: [],
    overrides: [],
    reminded: 0,
    alarms: [],
    at: now,
    history: [nextEntry([], { key: `${key}/draft`, at: now, by, event: 'draft' })],
    ...searchFields({ recipient, parcels, gift }),
  };
}

interface WantedLine {
  readonly sku: string;
  readonly quantity: number;
  readonly price?: number | undefined;
  readonly agreed?: number | undefined;
}

// The same goods twice are one line, so that one hold covers them.
function merged(lines: OrderRequest['lines'], by: By): readonly WantedLine[] {
  const bySku = new Map<string, WantedLine>();
  for (const line of lines) {
    const sku = line.sku.trim().toUpperCase();
    const before = bySku.get(sku);
    const agreed = by.desk === 'customer' ? undefined : line.agreed;
    bySku.set(sku, { ...line, agreed, sku, quantity: line.quantity + (before?.quantity ?? 0) });
  }
  return [...bySku.values()];
}

const MOST = 10_000;

function draftLine({ sku, quantity, price, agreed }: WantedLine, at: DraftAt): Result<OrderLine, PlaceProblem> {
  const product = at.products.get(sku);
  const variant = product?.variants.find((one) => one.sku === sku);
  if (!product?.active || !variant?.active) return err({ code: 'unknown-product', sku });
  if (!Number.isInteger(quantity) || quantity < 1 || quantity > MOST) return err({ code: 'bad-quantity', sku });
  if (agreed !== undefined && (!Number.isInteger(agreed) || agreed < 0))
    return err({ code: 'price-changed', sku, price: variant.price });
  if (price !== undefined && price !== variant.price) return err({ code: 'price-changed', sku, price: variant.price });
  const there = availabilityOf(variant, at.now, at.sop.stock.freshHours);
  const left = surelyTooFew(variant, quantity, at.now);
  if (left !== undefined || (there.type === 'gone' && variant.stock === 'ask')) {
    return err({ code: 'out-of-stock', sku, left: left ?? 0 });
  }
  const { cost, weightGrams, supplier, stock, name } = variant;
  return ok({
    sku,
    product: product._id,
    name: product.name,
    variant: name,
    quantity,
    price: agreed ?? variant.price,
    cost,
    weightGrams,
    supplier,
    stock,
    confirmed: stock === 'counted' || there.type === 'fresh',
  });
}

// Units whose hold ran out may come free when their order is asked; only what nobody can free is refused at once.
function surelyTooFew(variant: Variant, quantity: number, now: Date): number | undefined {
  if (variant.stock === 'ask') return undefined;
  const mayComeFree = variant.holds.filter(({ until }) => until <= now).reduce((sum, hold) => sum + hold.quantity, 0);
  return variant.available + mayComeFree < quantity ? variant.available : undefined;
}

function draftParcels(request: OrderRequest, lines: readonly OrderLine[]): readonly Parcel[] {
  const suppliers = [...new Set(lines.map(({ supplier }) => supplier))];
  return suppliers.flatMap((supplier, i): Parcel[] => {
    const own = lines.filter((line) => line.supplier === supplier);
    const sent = request.shipping.find((one) => one.supplier === supplier);
    if (!sent) return [];
    const { courier, service, cost, zone, etd } = sent;
    const weightGrams = own.reduce((sum, line) => sum + line.weightGrams * line.quantity, 0);
    const shipping = { courier, service, cost, weightGrams, ...(zone && { zone }), ...(etd && { etd }) };
    return [{ n: i + 1, supplier, skus: own.map(({ sku }) => sku), shipping, state: 'waiting', asked: 0 }];
  });
}
