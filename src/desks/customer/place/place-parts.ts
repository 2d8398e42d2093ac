import type { z } from 'zod';
import { type NEEDED_PARTS, placeShape } from '../../../shop/orders/address.ts';
import { type AddressReading, readAddress } from '../../../understanding/address.ts';
import { checkAddress } from '../../../understanding/check-address.ts';

export type PlaceParts = z.infer<typeof placeShape>;
export type PlacePart = keyof PlaceParts;
export type NeededPart = (typeof NEEDED_PARTS)[number];

const NAMES = placeShape.unwrap().keyof().options;

/** An address with every part, the unknown ones empty. */
export const wholePlace = (parts: Partial<PlaceParts>): PlaceParts =>
  placeShape.parse(Object.fromEntries(NAMES.map((name) => [name, parts[name] ?? ''])));

/** The place in a stored answer; undefined when it is none. */
export const placeIn = (value: unknown): PlaceParts | undefined => placeShape.safeParse(value).data;

/** The parts of a reading that are about the place, person and phone aside. */
export const placeParts = (parts: { readonly [part in PlacePart]?: string | undefined }): Partial<PlaceParts> =>
  Object.fromEntries(
    NAMES.flatMap((name) => (parts[name] === undefined || parts[name] === '' ? [] : [[name, parts[name]] as const])),
  );

/** Where a part of an address lies higher or lower: who changes a higher part may mean another place altogether. */
const LEVELS: readonly PlacePart[] = ['province', 'city', 'district', 'village', 'postalCode'];

/** An address with newly said parts; what follows only from a part that changed is forgotten. */
export function mergedPlace(before: Partial<PlaceParts>, said: Partial<PlaceParts>): Partial<PlaceParts> {
  const changed = LEVELS.find(
    (level) => said[level] !== undefined && before[level] !== undefined && before[level] !== said[level],
  );
  if (changed === undefined) return { ...before, ...said };
  const below = LEVELS.slice(LEVELS.indexOf(changed) + 1);
  const kept = Object.fromEntries(Object.entries(before).filter(([name]) => !below.some((level) => level === name)));
  // A new village or code may lie in another district of the same city; the others are looked up anew.
  return { ...kept, ...said };
}

/** The address with what follows from its parts alone by the area data; a part that was said is never changed. */
export function completedPlace(parts: Partial<PlaceParts>): Partial<PlaceParts> {
  const { derived, parts: official } = readAddress(areaText(parts));
  const areas = placeParts({ ...derived, ...official });
  const { street: _, rt: __, rw: ___, landmark: ____, ...found } = areas;
  return { ...found, ...parts };
}

/** What is doubtful about an address: ambiguous names, parts that do not fit each other. */
export const doubtsOf = (parts: Partial<PlaceParts>): ReturnType<typeof checkAddress> =>
  checkAddress(parts).filter((problem) => problem.type !== 'missing');

/** An address as a person would write it with labels, so that it can be read again without guessing. */
export function placeText(parts: Partial<PlaceParts>): string {
  const { street, rt, rw, landmark } = parts;
  return [
    street && `Alamat: ${street}`,
    (rt ?? rw) !== undefined && `RT ${rt ?? '-'}/RW ${rw ?? '-'}`,
    areaText(parts),
    landmark && `patokan: ${landmark}`,
  ]
    .filter(Boolean)
    .join('\n');
}

/** The areas of an address with their labels. */
export function areaText({
  village,
  district,
  city,
  province,
  postalCode,
}: { readonly [part in PlacePart]?: string | undefined }): string {
  return [
    village && `Kel. ${village}`,
    district && `Kec. ${district}`,
    city,
    province && `Prov. ${province}`,
    postalCode,
  ]
    .filter(Boolean)
    .join(', ');
}

/** What a text says of a place, with names that may mean several places. */
export const readPlace = (
  text: string,
): { readonly parts: Partial<PlaceParts>; readonly unsure: AddressReading['unsure'] } => {
  const { parts, unsure } = readAddress(text);
  return { parts: placeParts(parts), unsure };
};
