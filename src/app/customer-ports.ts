import { asKey, asPersonId } from '../core/ids.ts';
import type { CustomerDeps, PrivacyPort } from '../desks/customer/deps.ts';
import type { At } from '../dialogue/action.ts';
import { asReadableText, everything } from '../shop/customers/privacy.ts';
import type { Shop } from './build-shop.ts';
import type { House } from './open-house.ts';

/** Guesses at an order by its code and a phone, per chat and hour. */
const MOST_GUESSES = 5;

/** The customer's doors to what lies outside the desk: rights over data, counted guesses. */
export function customerPorts(house: House, shop: Shop): Pick<CustomerDeps, 'privacy' | 'tries'> {
  return {
    privacy: privacyPort(house, shop),
    tries: {
      allow: (what, at) => house.tries.allow(what, at.chat, at.key, MOST_GUESSES, at.now),
    },
  };
}

function privacyPort({ files }: House, shop: Shop): PrivacyPort {
  return {
    async collect({ who, key, now }: At) {
      const all = await everything(shop.privateRooms, asPersonId(who.id), now);
      const bytes = new TextEncoder().encode(asReadableText(all));
      const mime = 'text/plain';
      const name = 'data-saya.txt';
      // key: the request's own, so that the file goes when its mail does
      const id = await files.put(bytes, { mime, name, about: [`mail/${key}`] });
      return { type: 'file', file: { id, mime, name } };
    },
    async erase({ who, key }: At) {
      const by = { desk: 'customer', id: who.id } as const;
      const request = await shop.forgetting.forget(asPersonId(who.id), { key: asKey(key), by });
      return request.state === 'done' ? 'erased' : 'open';
    },
  };
}
