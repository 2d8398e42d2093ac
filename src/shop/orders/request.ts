import type { ChatId, PersonId } from '../../core/ids.ts';
import type { Rupiah } from '../../core/money.ts';
import type { Address } from './address.ts';
import type { PayWay } from './order.ts';

/** What a customer, or somebody on their behalf, asks to be placed. */
export interface OrderRequest {
  readonly customer: PersonId;
  readonly chat?: ChatId | undefined;
  readonly lines: readonly {
    readonly sku: string;
    readonly quantity: number;
    /** The price as it was shown; another price by now is asked about. */
    readonly price?: Rupiah | undefined;
    /** The price that the owner agreed on, or that a marketplace sold it for; never taken from a customer. */
    readonly agreed?: Rupiah | undefined;
  }[];
  readonly recipient: Address;
  /** How each supplier's parcel is sent and what the customer pays for it. */
  readonly shipping: readonly {
    readonly supplier: string;
    readonly courier: string;
    readonly service: string;
    readonly cost: Rupiah;
    readonly zone?: string | undefined;
    readonly etd?: string | undefined;
  }[];
  readonly pay: { readonly way: PayWay; readonly account?: string | undefined };
  readonly note?: string | undefined;
  readonly gift?: { readonly sender: string; readonly words: string } | undefined;
  readonly source?: string | undefined;
  /** The order's number where it came from: a marketplace, a web shop. */
  readonly reference?: string | undefined;
  readonly discount?: Rupiah | undefined;
  readonly fee?: Rupiah | undefined;
}
