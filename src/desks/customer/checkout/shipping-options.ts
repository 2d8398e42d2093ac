import type { Shelf } from '../../../shop/catalog/shelf.ts';
import type { QuoteOption, QuoteParcel } from '../../../shop/shipping/quote.ts';
import type { Place } from '../../../shop/shipping/rates.ts';
import type { CustomerDeps } from '../deps.ts';
import type { GoodsLine } from '../goods/goods-line.ts';

type Deps = Pick<CustomerDeps, 'catalog' | 'suppliers' | 'settings' | 'shipping'>;

/** The ways to send goods to a place: each supplier sends its own parcel with the couriers that it and the shop work with. */
export async function shippingOptions(
  deps: Deps,
  goods: readonly Pick<GoodsLine, 'sku' | 'quantity'>[],
  to: Place,
): Promise<readonly QuoteOption[] | 'unavailable'> {
  const parcels = parcelsOf(deps, deps.catalog.snapshot(), goods);
  return parcels.length === 0 ? [] : deps.shipping(parcels, to);
}

function parcelsOf(
  deps: Deps,
  shelf: Shelf,
  goods: readonly Pick<GoodsLine, 'sku' | 'quantity'>[],
): readonly QuoteParcel[] {
  const items = goods.flatMap(({ sku, quantity }) => {
    const variant = shelf.buyable(sku)?.variant;
    return variant === undefined ? [] : [{ variant, quantity }];
  });
  const suppliers = [...new Set(items.map(({ variant }) => variant.supplier))];
  return suppliers.map((supplier): QuoteParcel => {
    const own = items.filter(({ variant }) => variant.supplier === supplier);
    const known = deps.suppliers.known(supplier);
    const couriers = couriersOf(known?.couriers ?? [], deps.settings.profile().couriers);
    return {
      supplier,
      ...(known?.origin !== undefined && { from: known.origin }),
      ...(couriers !== undefined && { couriers }),
      grams: own.reduce((sum, { variant, quantity }) => sum + variant.weightGrams * quantity, 0),
      value: own.reduce((sum, { variant, quantity }) => sum + variant.price * quantity, 0),
    };
  });
}

// An empty list means all; where both name some, only those that both work with.
function couriersOf(supplier: readonly string[], shop: readonly string[]): readonly string[] | undefined {
  if (supplier.length === 0) return shop.length === 0 ? undefined : shop;
  return shop.length === 0 ? supplier : supplier.filter((code) => shop.includes(code));
}
