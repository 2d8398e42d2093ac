import { CASE_ENTRIES } from '../shop/cases/told.ts';
import { ORDER_ENTRIES } from '../shop/orders/told.ts';
import { PAYMENT_ENTRIES } from '../shop/payments/payment-entry.ts';
import type { Tellable } from './status.ts';
import { CASE_OWNER_VALUES, CASE_SUPPLIER_VALUES, CASE_VALUES } from './tellers/case-values.ts';
import { IMPORT_ENTRIES, IMPORT_VALUES } from './tellers/import-teller.ts';
import { ORDER_OWNER_VALUES, ORDER_SUPPLIER_VALUES, ORDER_VALUES } from './tellers/order-values.ts';
import { PAYMENT_VALUES } from './tellers/payment-teller.ts';
import { PRIVACY_ENTRIES, PRIVACY_VALUES } from './tellers/privacy-teller.ts';
import { PURCHASE_ENTRIES, PURCHASE_OWNER_VALUES, PURCHASE_VALUES } from './tellers/purchase-teller.ts';

/** What `status.yaml` may tell of, and with which words. */
export const TELLABLE: Readonly<Record<string, Tellable>> = {
  order: {
    events: ORDER_ENTRIES,
    values: ORDER_VALUES,
    ownerValues: ORDER_OWNER_VALUES,
    supplierValues: ORDER_SUPPLIER_VALUES,
  },
  purchase: { events: PURCHASE_ENTRIES, values: PURCHASE_VALUES, ownerValues: PURCHASE_OWNER_VALUES },
  case: {
    events: CASE_ENTRIES,
    values: CASE_VALUES,
    ownerValues: CASE_OWNER_VALUES,
    supplierValues: CASE_SUPPLIER_VALUES,
  },
  payment: { events: PAYMENT_ENTRIES, values: PAYMENT_VALUES },
  shop: { events: [...PRIVACY_ENTRIES, ...IMPORT_ENTRIES], values: [...PRIVACY_VALUES, ...IMPORT_VALUES] },
};
