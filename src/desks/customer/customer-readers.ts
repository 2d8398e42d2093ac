import type { Reader } from '../../dialogue/kind.ts';
import { complaintReader } from './readers/complaint.ts';
import { goodsWordsReader } from './readers/goods-words.ts';
import { howManyMore } from './readers/how-many-more.ts';
import { languageReader } from './readers/language.ts';
import { newAddress } from './readers/new-address.ts';
import { orderCodeReader } from './readers/order-code.ts';
import { orderForm } from './readers/order-form.ts';
import { refundAccount } from './readers/refund-account.ts';
import { returnResi } from './readers/return-resi.ts';
import { whereTo } from './readers/where-to.ts';
import type { CustomerSnapshot } from './snapshot.ts';

/** The readers of the customer's forms. */
export const CUSTOMER_READERS: Readonly<Record<string, Reader<CustomerSnapshot>>> = {
  complaint: complaintReader,
  'goods-words': goodsWordsReader,
  'how-many-more': howManyMore,
  language: languageReader,
  'new-address': newAddress,
  'order-code': orderCodeReader,
  'order-form': orderForm,
  'refund-account': refundAccount,
  'return-resi': returnResi,
  'where-to': whereTo,
};
