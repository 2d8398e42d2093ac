import { foldText } from '../../../core/text.ts';
import { NEEDED_PARTS } from '../../../shop/orders/address.ts';
import type { AddressReading } from '../../../understanding/address.ts';
import { isTalk } from '../../../understanding/address-words.ts';
import { placeKey } from '../../../understanding/area-data.ts';
import { citiesNamed, districtsNamed, provinceNamed, villagesNamed } from '../../../understanding/areas.ts';
import { tidyName } from '../../../understanding/tidy-name.ts';
import { districtOf } from './district-of.ts';
import { isDontKnow } from './dont-know.ts';
import { areaText, type NeededPart, type PlaceParts, placeParts, readPlace } from './place-parts.ts';

/** What a reply says to the question about a part of an address. */
export type PartAnswer =
  | { readonly type: 'said'; readonly parts: Partial<PlaceParts>; readonly unsure: AddressReading['unsure'] }
  /** A name that the area data does not have there: it is some years old, so the person may insist. */
  | { readonly type: 'strange'; readonly name: string; readonly parts: Partial<PlaceParts> }
  | { readonly type: 'none' };

const NONE: PartAnswer = { type: 'none' };
const said = (parts: Partial<PlaceParts>, unsure: AddressReading['unsure'] = []): PartAnswer => ({
  type: 'said',
  parts,
  unsure,
});

/** Reads a reply to the question about a part of an address. */
export function partAnswer(text: string, before: Partial<PlaceParts>, asked: string): PartAnswer {
  const part = NEEDED_PARTS.find((name) => name === asked);
  if (part === undefined || isDontKnow(text) || isOnlyTalk(text)) return NONE;
  const read = withoutStreet(readInside(text, part, before), text, part, before);
  if (read.parts[part] !== undefined) return said(read.parts, read.unsure);
  const own = plainAnswer(part, text, before);
  if (own.type === 'said') return own;
  // A name that the area data has somewhere is better than one that it has nowhere.
  const says = Object.keys(read.parts).length > 0 || read.unsure.some(({ candidates }) => candidates.length > 1);
  return says ? said(read.parts, read.unsure) : own;
}

// "lengkong" in Kota Bandung is no question, though three places have that name; who names another city means that one.
function readInside(text: string, part: NeededPart, before: Partial<PlaceParts>): ReturnType<typeof readPlace> {
  const alone = readPlace(text);
  if (part === 'street' || alone.parts.city !== undefined || alone.parts.province !== undefined) return alone;
  const around = areaText({
    ...known(before, 'district'),
    ...known(before, 'city'),
    ...known(before, 'province'),
    [part]: undefined,
  });
  const inside = around === '' ? alone : readPlace(`${text}, ${around}`);
  const news = Object.entries(inside.parts).filter(([name, value]) =>
    Object.entries(before).every(([known, had]) => known !== name || had !== value),
  );
  return { parts: placeParts(Object.fromEntries(news)), unsure: inside.unsure };
}

const known = (parts: Partial<PlaceParts>, name: 'district' | 'city' | 'province'): Partial<PlaceParts> => {
  const value = parts[name];
  return value === undefined ? {} : { [name]: value };
};

// "Kampung Baru" in answer to the question about the village is no other street; only what is called one is.
function withoutStreet(read: PlaceReading, text: string, part: NeededPart, before: Partial<PlaceParts>): PlaceReading {
  if (part === 'street' || before.street === undefined || /\b(?:jl|jln|jalan|alamat)\b/i.test(text)) return read;
  const { street: _, ...parts } = read.parts;
  return { ...read, parts };
}

type PlaceReading = ReturnType<typeof readPlace>;

const isOnlyTalk = (text: string): boolean => {
  const words = foldText(text).split(' ');
  return words.every((word) => word === '' || isTalk(placeKey(word)));
};

// A bare name in answer to the question about one part is that part, where it can be one.
function plainAnswer(part: NeededPart, text: string, before: Partial<PlaceParts>): PartAnswer {
  const name = text
    .replace(/^(?:kel(?:urahan)?|desa|ds|kec(?:amatan)?|kota|kab(?:upaten)?|prov(?:insi)?)[.:\s]+/i, '')
    .replace(/\b(?:kak|ya|min|itu|di)\b/gi, '')
    .trim();
  switch (part) {
    case 'street': {
      const street = tidyName(text.replaceAll('\n', ', '));
      return street.length >= 3 && /\p{L}/u.test(street) ? said({ street }) : NONE;
    }
    case 'village': {
      const district = districtOf(before);
      const [known] = district === undefined ? [] : villagesNamed(name, district);
      return known === undefined ? strange(name, (village) => ({ village })) : said({ village: known.name });
    }
    case 'district':
      return districtAnswer(name, before);
    case 'city':
      return cityAnswer(name, before);
    case 'province': {
      const province = provinceNamed(name);
      return province === undefined ? NONE : said({ province });
    }
    case 'postalCode': {
      const code = /(?<!\d)[1-9]\d{4}(?!\d)/.exec(text)?.[0];
      return code === undefined ? NONE : said({ postalCode: code });
    }
  }
}

const MOST_WORDS = 3;

function strange(name: string, as: (name: string) => Partial<PlaceParts>): PartAnswer {
  const sounds = /^[\p{L}][\p{L}\d .'-]{2,39}$/u.test(name) && name.split(/\s+/).length <= MOST_WORDS;
  return sounds ? { type: 'strange', name: tidyName(name), parts: as(tidyName(name)) } : NONE;
}

// Karanganyar is a kecamatan in six places: with more than one left the person is asked which.
function districtAnswer(name: string, { city, province }: Partial<PlaceParts>): PartAnswer {
  const cities = city === undefined ? undefined : citiesNamed(city, province);
  const found = districtsNamed(name, { cities, province }, cities === undefined ? 'exact' : 'near');
  const [only, other] = found;
  if (only === undefined) return strange(name, (district) => ({ district }));
  if (other === undefined) return said({ district: only.name, city: only.city.name, province: only.city.province });
  const candidates = found.map((one) => ({ district: one.name, city: one.city.name, province: one.city.province }));
  return said({}, [{ part: 'district', text: name, candidates }]);
}

function cityAnswer(name: string, { province }: Partial<PlaceParts>): PartAnswer {
  const found = citiesNamed(name, province, name.includes(' ') ? 'exact' : 'near');
  const [only, other] = found;
  if (only === undefined) return NONE;
  if (other === undefined) return said({ city: only.name, province: only.province });
  const candidates = found.map((one) => ({ city: one.name, province: one.province }));
  return said({}, [{ part: 'city', text: name, candidates }]);
}
