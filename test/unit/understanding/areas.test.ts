import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { areaData, villagesOf } from '../../../src/understanding/area-data.ts';
import {
  citiesNamed,
  districtsNamed,
  districtsWithPostal,
  districtsWithVillage,
  placesWithPostal,
  provinceNamed,
  villagesNamed,
} from '../../../src/understanding/areas.ts';

describe('areas', () => {
  it('knows 38 provinces, 514 cities, 7,230 districts and 83,449 villages', () => {
    const { provinces, cities, districts } = areaData();
    expect([provinces.length, cities.length, districts.length]).toEqual([38, 514, 7230]);
    expect(districts.reduce((sum, district) => sum + villagesOf(district).length, 0)).toBe(83_449);
  });

  it('gives every Karanganyar', () => {
    expect(districtsNamed('Karanganyar').map((district) => district.city.name)).toHaveLength(6);
  });

  it.each([
    ['sukkun', 'Sukun'],
    ['Kb. Jeruk', 'Kebon Jeruk'],
    ['tj priok', 'Tanjung Priok'],
    ['Ps. Minggu', 'Pasar Minggu'],
    ['lowokwru', 'Lowokwaru'],
    ['KEBAYORANBARU', 'Kebayoran Baru'],
  ])('reads the district %s as %s', (text, name) => {
    expect(districtsNamed(text)[0]?.name).toBe(name);
  });

  it.each([
    ['malang', ['Kabupaten Malang', 'Kota Malang']],
    ['kota malang', ['Kota Malang']],
    ['Kab. Malang', ['Kabupaten Malang']],
    ['jaksel', ['Kota Jakarta Selatan']],
    ['solo', ['Kota Surakarta']],
    ['jogja', ['Kota Yogyakarta']],
    ['surbaya', ['Kota Surabaya']],
    ['Malang City', ['Kota Malang']],
    ['atlantis', []],
    ['', []],
    ['kota', []],
  ])('reads the city %s', (text, names) => {
    expect(citiesNamed(text).map((city) => city.name)).toEqual(names);
  });

  it.each([
    ['jatim', 'Jawa Timur'],
    ['Jawa Tmur', 'Jawa Timur'],
    ['DKI', 'DKI Jakarta'],
    ['prov. papua selatan', 'Papua Selatan'],
    ['papua barat daya', 'Papua Barat Daya'],
    ['toString', undefined],
    ['', undefined],
  ])('reads the province %s', (text, name) => {
    expect(provinceNamed(text)).toBe(name);
  });

  it('finds a village in its district and the districts of a village', () => {
    const [sukun] = districtsNamed('Sukun');
    expect(sukun && villagesNamed('Bandung Rejosari', sukun)[0]?.postalCode).toBe('65148');
    expect(districtsWithVillage('bandungrejosari').map((district) => district.name)).toEqual(['Sukun']);
    expect(districtsWithVillage('')).toEqual([]);
  });

  it('gives all places that share a postal code', () => {
    expect(placesWithPostal('65147').map((place) => place.village)).toEqual(['Sukun', 'Tanjungrejo', 'Mulyorejo']);
    expect(districtsWithPostal('00000')).toEqual([]);
  });

  it('loads for a few times the CPU of unpacking its file, and in 60 MB', () => {
    const script = `
      const { readFileSync } = await import('node:fs');
      const { brotliDecompressSync } = await import('node:zlib');
      const cpuOf = (work) => { const before = process.cpuUsage(); work(); const { user, system } = process.cpuUsage(before); return (user + system) / 1e3; };
      const unpacking = cpuOf(() => brotliDecompressSync(readFileSync('src/understanding/data/areas.txt.br')));
      const before = process.memoryUsage().rss;
      const { districtsNamed, districtsWithPostal, districtsWithVillage } = await import('./src/understanding/areas.ts');
      const ms = cpuOf(() => { districtsNamed('sukun'); districtsWithPostal('65147'); districtsWithVillage('dago'); });
      console.log(JSON.stringify({ ms, times: ms / unpacking, mb: (process.memoryUsage().rss - before) / 1e6 }));`;
    const runs = [0, 1, 2].map(() =>
      JSON.parse(
        execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], { encoding: 'utf8' }),
      ),
    );
    console.log('area data, first use:', runs);
    // A ratio, and the best of three, because other work on the machine may slow any one of them.
    expect(Math.min(...runs.map((run) => run.times))).toBeLessThan(30);
    expect(Math.min(...runs.map((run) => run.mb))).toBeLessThan(60);
  });
});
