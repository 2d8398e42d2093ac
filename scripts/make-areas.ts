/**
 * Makes `src/understanding/data/areas.txt.br` from the npm package `geografis` (MIT), which is too large to ship:
 *
 *   npm install --no-save --prefix <folder> geografis@1.3.2
 *   npx tsx scripts/make-areas.ts <folder>
 *
 * One line an area, from large to small: `#province`, `=city`, `district|postal:village,village|postal:village`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { z } from 'zod';

const Row = z.object({
  code: z.string(),
  postal: z.number(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  village: z.string(),
});
type Row = z.infer<typeof Row>;

// The package is from 2020; the four provinces of 2022 took these from Papua and Papua Barat.
const NEW_PROVINCES: Readonly<Record<string, readonly string[]>> = {
  'Papua Selatan': ['Kabupaten Merauke', 'Kabupaten Boven Digoel', 'Kabupaten Mappi', 'Kabupaten Asmat'],
  'Papua Tengah': ['Nabire', 'Paniai', 'Mimika', 'Puncak Jaya', 'Puncak', 'Dogiyai', 'Intan Jaya', 'Deiyai'].map(
    (name) => `Kabupaten ${name}`,
  ),
  'Papua Pegunungan': [
    'Jayawijaya',
    'Pegunungan Bintang',
    'Yahukimo',
    'Tolikara',
    'Mamberamo Tengah',
    'Yalimo',
    'Lanny Jaya',
    'Nduga',
  ].map((name) => `Kabupaten ${name}`),
  'Papua Barat Daya': [
    'Kota Sorong',
    'Kabupaten Sorong',
    'Kabupaten Sorong Selatan',
    'Kabupaten Raja Ampat',
    'Kabupaten Tambrauw',
    'Kabupaten Maybrat',
  ],
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('say where geografis was installed: npx tsx scripts/make-areas.ts <folder>');
const source = join(folder, 'node_modules/geografis/data/json/data.json');
const rows = z
  .array(Row)
  .parse(JSON.parse(readFileSync(source, 'utf8')))
  .map(withNewProvince);
const text = write(rows);
const packed = brotliCompressSync(text, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 22,
    [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
  },
});
writeFileSync(new URL('../src/understanding/data/areas.txt.br', import.meta.url), packed);
console.log(`${rows.length} villages, ${text.length} bytes of text, ${packed.length} bytes packed`);

function withNewProvince(row: Row): Row {
  const moved = Object.entries(NEW_PROVINCES).find(([, cities]) => cities.includes(row.city));
  return moved === undefined ? row : { ...row, province: moved[0] };
}

function write(all: readonly Row[]): string {
  const lines: string[] = [];
  for (const [province, inProvince] of groups(all, (row) => row.province)) {
    lines.push(`#${province}`);
    for (const [city, inCity] of groups(inProvince, (row) => tidy(row.city))) {
      lines.push(`=${city}`);
      for (const [district, inDistrict] of groups(inCity, (row) => tidy(row.district))) {
        const postals = [...groups(inDistrict, (row) => String(row.postal))]
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([postal, villages]) => `${postal}:${villages.map((row) => tidy(row.village)).join(',')}`);
        lines.push([district, ...postals].join('|'));
      }
    }
  }
  return lines.join('\n');
}

function groups(all: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of all) found.set(key(row), [...(found.get(key(row)) ?? []), row]);
  return found;
}

/** A name as people write it: no `(other name)`, no `Administrasi`, no dot at the end, none of the signs that separate our lines. */
function tidy(name: string): string {
  return name
    .replace(/\(.*?\)/g, ' ')
    .replace(/^(Kota|Kabupaten) Administrasi /, '$1 ')
    .replace(/[#=|:,]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/[\s.]+$/, '')
    .trim();
}
