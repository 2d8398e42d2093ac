import type { Language } from '../core/language.ts';
import type { TextKey } from '../dialogue/flow.ts';
import type { Filled } from '../dialogue/talk.ts';
import { say, type Texts } from '../dialogue/texts.ts';
import type { Couriers } from '../shop/shipping/couriers.ts';

/** Where the shop receives money, as people are told it. */
interface PayAccount {
  readonly id: string;
  readonly bank: string;
  readonly number: string;
  readonly holder: string;
}

/** What is told of the shop itself. */
interface ShopFacts {
  readonly name: string;
  /** The time zone of its clock on the wall. */
  readonly zone: string;
  readonly accounts: readonly PayAccount[];
}

/** What whoever writes to people needs of the house; read anew each time, because the owner changes it from a chat. */
export interface HouseWords {
  readonly texts: Texts;
  shop(): ShopFacts;
  couriers(): Couriers;
}

/** Says a text in one language. */
export type Say = (key: TextKey, values?: Filled) => string;

/** The texts in one language, with the shop's name known to each. */
export const sayIn =
  (house: HouseWords, language: Language): Say =>
  (key, values) =>
    say(house.texts, key, language, { toko: house.shop().name, ...values });
