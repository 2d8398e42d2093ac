import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';

/** A kota or kabupaten. */
export interface City {
  /** `Kota Malang`, `Kabupaten Malang`. */
  readonly name: string;
  /** The name without its kind, as `placeKey` writes it: `malang`. */
  readonly key: string;
  readonly kind: 'kota' | 'kabupaten';
  readonly province: string;
  readonly districts: readonly District[];
}

/** A kecamatan. Its villages are read from `line` when somebody asks. */
export interface District {
  readonly name: string;
  readonly key: string;
  readonly city: City;
  readonly line: string;
}

/** A kelurahan or desa with its postal code, where one is known. */
export interface Village {
  readonly name: string;
  readonly key: string;
  readonly postalCode: string | undefined;
}

/** Everything that is known of the country's areas. */
export interface AreaData {
  readonly provinces: readonly string[];
  readonly cities: readonly City[];
  readonly districts: readonly District[];
}

let loaded: AreaData | undefined;

/** The area data, read from its file on first use and kept. */
export function areaData(): AreaData {
  loaded ??= parse(
    brotliDecompressSync(readFileSync(new URL('./data/areas.txt.br', import.meta.url))).toString('latin1'),
  );
  return loaded;
}

/** The form in which area names are compared: small letters and digits only, so `Bandung Rejosari` is `bandungrejosari`. */
export const placeKey = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');

/** The villages of a district. */
export function villagesOf(district: District): readonly Village[] {
  return district.line
    .split('|')
    .slice(1)
    .flatMap((group) => {
      const [postal = '', names = ''] = group.split(':');
      const postalCode = postal.length === 5 ? postal : undefined;
      return names.split(',').map((name) => ({ name, key: placeKey(name), postalCode }));
    });
}

/** The postal codes of a district, each once. */
export const postalCodesOf = (district: District): readonly string[] =>
  [...district.line.matchAll(/\|(\d{5}):/g)].map((match) => match[1] ?? '');

function parse(text: string): AreaData {
  const provinces: string[] = [];
  const cities: City[] = [];
  const districts: District[] = [];
  let inCity: District[] = [];
  for (const line of text.split('\n')) {
    const sign = line[0];
    const city = cities.at(-1);
    if (sign === '#') provinces.push(line.slice(1));
    else if (sign === '=') {
      inCity = [];
      cities.push({ ...named(line.slice(1)), province: provinces.at(-1) ?? '', districts: inCity });
    } else if (city !== undefined) {
      const name = line.slice(0, line.indexOf('|'));
      const district = { name, key: placeKey(name), city, line };
      inCity.push(district);
      districts.push(district);
    }
  }
  return { provinces: [...new Set(provinces)].sort(), cities, districts };
}

function named(name: string): { name: string; key: string; kind: City['kind'] } {
  const bare = name.replace(/^(Kabupaten|Kota)( Administrasi)? /, '');
  return { name, key: placeKey(bare), kind: name.startsWith('Kota') ? 'kota' : 'kabupaten' };
}
