import type { Who } from '../../chats/desk.ts';
import { asPersonId } from '../../core/ids.ts';
import type { Filled } from '../../dialogue/talk.ts';
import { NEEDED_PARTS } from '../../shop/orders/address.ts';
import type { CustomerDeps } from './deps.ts';
import { placeParts, wholePlace } from './place/place-parts.ts';

/** What is kept of a customer and offered at the next order: whom it was for and where it went. */
export async function keptOf({ customers }: Pick<CustomerDeps, 'customers'>, who: Who): Promise<Filled> {
  const customer = await customers.find(asPersonId(who.id));
  // Who asked that their data rest is asked for it anew each time.
  if (customer === undefined || customer.frozenAt !== undefined) return {};
  const [last] = customer.addresses;
  if (last === undefined) return customer.phone === undefined ? {} : { telepon: customer.phone };
  const { recipient, phone, ...place } = last.address;
  const alamat = wholePlace(placeParts(place));
  const whole = NEEDED_PARTS.every((part) => alamat[part] !== '');
  return { penerima: recipient, telepon: phone, ...(whole && { alamat: { ...alamat } }) };
}
