import type { Kind } from '../../dialogue/kind.ts';
import { accountNumber, bank } from './kinds/account.ts';
import { address } from './kinds/address.ts';
import { goodsWords } from './kinds/goods-words.ts';
import { lastFour } from './kinds/last-four.ts';
import { orderCode } from './kinds/order-code.ts';
import { orderLine } from './kinds/order-line.ts';
import { personName } from './kinds/person-name.ts';
import { phone } from './kinds/phone.ts';
import { place } from './kinds/place.ts';
import { evidenceFiles, proofFiles } from './kinds/proof-file.ts';
import { resi } from './kinds/resi.ts';
import type { CustomerSnapshot } from './snapshot.ts';

/** The kinds of answers that only customers give. */
export const CUSTOMER_KINDS: Readonly<Record<string, Kind<CustomerSnapshot>>> = {
  'account-number': accountNumber,
  address,
  bank,
  'evidence-files': evidenceFiles,
  'goods-words': goodsWords,
  'last-four': lastFour,
  'order-code': orderCode,
  'order-line': orderLine,
  'person-name': personName,
  phone,
  place,
  'proof-files': proofFiles,
  resi,
};
