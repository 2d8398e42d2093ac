import { readdirSync, readFileSync } from 'node:fs';
import { LANGUAGES } from '../../src/core/language.ts';
import { loadTexts, type PlacedTexts } from '../../src/dialogue/load-texts.ts';
import type { HouseWords } from '../../src/notices/house-words.ts';
import { loadCouriers } from '../../src/shop/shipping/load-shipping.ts';

/** The texts of the house in the files whose names begin so, in every language. */
export function houseTexts(...beginnings: readonly string[]): PlacedTexts {
  const files = LANGUAGES.flatMap((language) =>
    readdirSync(`flows/texts/${language}`)
      .filter((file) => beginnings.some((beginning) => file.startsWith(beginning)))
      .map((file) => `texts/${language}/${file}`),
  );
  return loadTexts('flows', files);
}

/** A shop's words for notices and cards, with the real texts and couriers. */
export function noticeHouse(): HouseWords {
  const couriers = loadCouriers({ file: 'couriers.yaml', text: readFileSync('flows/couriers.yaml', 'utf8') });
  if (!couriers.ok) throw new Error('couriers.yaml');
  return {
    texts: houseTexts('status', 'card', 'case', 'customer-case').texts,
    couriers: () => couriers.value,
    shop: () => ({
      name: 'Toko Melati',
      zone: 'Asia/Jakarta',
      accounts: [{ id: 'bca-1', bank: 'BCA', number: '1234567890', holder: 'Rina' }],
    }),
  };
}
