import type { DeskName } from '../../../src/chats/desk.ts';
import { CUSTOMER_KINDS } from '../../../src/desks/customer/customer-kinds.ts';
import type { CustomerSnapshot } from '../../../src/desks/customer/snapshot.ts';
import { OWNER_CASE_KINDS } from '../../../src/desks/owner/cases/parts.ts';
import { OWNER_SHOP_KINDS } from '../../../src/desks/owner/shop/parts.ts';
import { buyerCode } from '../../../src/desks/owner/taking/buyer-kind.ts';
import { resiKind } from '../../../src/desks/resi/resi-kind.ts';
import type { Kind } from '../../../src/dialogue/kind.ts';
import { BUILT_IN_KINDS } from '../../../src/dialogue/kinds/built-in-kinds.ts';

type AnyKind = Kind<CustomerSnapshot>;

const OWN: Readonly<Record<DeskName, Readonly<Record<string, AnyKind>>>> = {
  customer: CUSTOMER_KINDS,
  owner: { ...OWNER_SHOP_KINDS, ...OWNER_CASE_KINDS, 'buyer-code': buyerCode },
  supplier: {},
};
const SHARED: Readonly<Record<string, AnyKind>> = { ...BUILT_IN_KINDS, resi: resiKind };

/** Whoever takes orders asks as the customer is asked. */
const OF_ORDERS: ReadonlySet<string> = new Set(['address', 'order-line', 'person-name']);

/** The name under which the table of a desk's kind stands: `customer/phone`, or `phone` where every desk has the same. */
export function tableOf(desk: DeskName, kind: string): string {
  const own = OF_ORDERS.has(kind) ? 'customer' : desk;
  return OWN[own][kind] ? `${own}/${kind}` : kind;
}

/** The kind behind a table's name. */
export function kindOf(table: string): AnyKind | undefined {
  const [desk, name] = table.split('/');
  if (name === undefined) return SHARED[table];
  return desk === 'customer' || desk === 'owner' || desk === 'supplier' ? OWN[desk][name] : undefined;
}
