import type { TextKey } from '../../../dialogue/flow.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import { NEEDED_PARTS } from '../../../shop/orders/address.ts';
import type { AddressReading } from '../../../understanding/address.ts';
import type { AreaCandidate } from '../../../understanding/address-areas.ts';
import { type District, postalCodesOf, villagesOf } from '../../../understanding/area-data.ts';
import { citiesNamed, placesWithPostal } from '../../../understanding/areas.ts';
import { tidyName } from '../../../understanding/tidy-name.ts';
import { districtOf } from './district-of.ts';
import { askShorter } from './long-parts.ts';
import type { NeededPart, PlaceParts } from './place-parts.ts';

/** A question about one part of an address. */
export interface PartQuestion {
  readonly part: NeededPart;
  readonly ask: TextKey;
  readonly with?: Filled;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
}

/** Names that may mean several places. */
export interface Asked {
  readonly unsure: AddressReading['unsure'];
}

/** As many as a list in a chat may have. */
const MOST = 20;

/** The next question about an address; undefined when nothing is missing or too long and no name may mean several places. */
export function askPart(parts: Partial<PlaceParts>, { unsure }: Asked): PartQuestion | undefined {
  const shorter = askShorter(parts);
  if (shorter !== undefined) return shorter;
  const doubt = unsure.find(({ part, candidates }) => candidates.length > 1 && (parts[part] ?? '') === '');
  if (doubt !== undefined && doubt.part !== 'village') {
    const ask = doubt.part === 'district' ? 'alamat.kecamatan-mana' : 'alamat.kota-mana';
    const part = doubt.part === 'district' ? 'district' : 'city';
    return { part, ask, with: { nama: tidyName(doubt.text) }, choices: candidateChoices(doubt.candidates) };
  }
  const missing = NEEDED_PARTS.filter((name) => (parts[name] ?? '') === '');
  // Where nothing says in which city it is, a village's name says little: city and district are asked together, first.
  const nowhere = missing.includes('city') && missing.includes('district') && !missing.includes('street');
  const part = nowhere ? 'district' : missing[0];
  return part === undefined ? undefined : questionAbout(part, parts);
}

/** The question about a part that was asked in vain: with what there is to choose from, where that is not too much. */
export function askAgain(asked: string, parts: Partial<PlaceParts>): PartQuestion | undefined {
  const part = NEEDED_PARTS.find((name) => name === asked);
  if (part === undefined) return undefined;
  const { ask, ...question } = questionAbout(part, parts);
  const choices = question.choices ?? namesFor(part, parts);
  return choices.length > 0 ? { ...question, ask, choices } : { part, ask: AGAIN[part] };
}

const AGAIN: Readonly<Record<NeededPart, TextKey>> = {
  street: 'alamat.lagi-jalan',
  village: 'alamat.lagi-kelurahan',
  district: 'alamat.lagi-kecamatan',
  city: 'alamat.lagi-kota',
  province: 'alamat.lagi-provinsi',
  postalCode: 'alamat.lagi-kode-pos',
};

function questionAbout(part: NeededPart, parts: Partial<PlaceParts>): PartQuestion {
  const { district, city } = parts;
  switch (part) {
    case 'street':
      return { part, ask: 'alamat.jalan' };
    case 'village':
      if (district === undefined) return { part, ask: 'alamat.kelurahan' };
      return { part, ask: 'alamat.kelurahan-di', with: { kecamatan: district } };
    case 'district':
      if (city === undefined) return { part, ask: 'alamat.kecamatan-kota' };
      return { part, ask: 'alamat.kecamatan-di', with: { kota: city } };
    case 'city':
      return { part, ask: 'alamat.kota' };
    case 'province':
      return { part, ask: 'alamat.provinsi' };
    case 'postalCode': {
      const there = districtOf(parts);
      const codes = there === undefined ? [] : [...new Set(postalCodesOf(there))];
      if (there === undefined || codes.length === 0 || codes.length > 9) return { part, ask: 'alamat.kode-pos' };
      const choices = codes.map((code) => ({ value: code, label: code }));
      return { part, ask: 'alamat.kode-pos-di', with: { kecamatan: there.name }, choices };
    }
  }
}

function namesFor(part: NeededPart, parts: Partial<PlaceParts>): NonNullable<PartQuestion['choices']> {
  if (part === 'village') return villageChoices(districtOf(parts), parts.postalCode);
  if (part !== 'district' || parts.city === undefined) return [];
  const [city, other] = citiesNamed(parts.city, parts.province);
  const districts = city === undefined || other !== undefined ? [] : city.districts;
  return districts.length > MOST ? [] : districts.map(({ name }) => ({ value: `Kec. ${name}`, label: name }));
}

function villageChoices(
  there: District | undefined,
  postalCode: string | undefined,
): NonNullable<PartQuestion['choices']> {
  if (there === undefined) return [];
  const all = villagesOf(there).map(({ name }) => name);
  const coded = placesWithPostal(postalCode ?? '').filter(
    (place) => place.district === there.name && place.city === there.city.name,
  );
  const names = coded.length > 0 ? coded.map(({ village }) => village) : all;
  return [...new Set(names)].slice(0, MOST).map((name) => ({ value: `Kel. ${name}`, label: name }));
}

const candidateChoices = (candidates: readonly AreaCandidate[]): NonNullable<PartQuestion['choices']> =>
  candidates.slice(0, MOST).map(({ district, city, province }) => ({
    value: [district && `Kec. ${district}`, city, `Prov. ${province}`].filter(Boolean).join(', '),
    label: [district, city, province].filter(Boolean).join(', '),
  }));
