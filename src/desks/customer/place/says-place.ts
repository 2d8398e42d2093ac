import type { AddressReading } from '../../../understanding/address.ts';

const CUE =
  /\b(?:alamat|jl|jln|jalan|gg|gang|kel|kelurahan|desa|kec|kecamatan|kota|kab|kabupaten|prov|provinsi|rt|rw|kode ?pos|patokan|address)\b/i;

/** True when a text has a word that only an address has: `jl`, `kec`, `rt`. */
export const hasPlaceWord = (text: string): boolean => CUE.test(text);

/** True when a text that was read names a place; many a word of everyday talk is also the name of a village, and alone it is none. */
export function saysPlace({ parts }: Pick<AddressReading, 'parts'>, text: string): boolean {
  const { village, district, city, province, postalCode } = parts;
  const areas = [village, district, city, province].filter((part) => part !== undefined);
  return postalCode !== undefined || areas.length >= 2 || hasPlaceWord(text);
}
