import { describe, expect, it } from 'vitest';
import { checkAddress } from '../../../src/understanding/check-address.ts';

const whole = {
  recipient: 'Budi',
  phone: '+6281234567890',
  street: 'Jl Melati 5',
  village: 'Sukun',
  district: 'Sukun',
  city: 'Kota Malang',
  province: 'Jawa Timur',
  postalCode: '65147',
};

describe('checkAddress', () => {
  it('finds nothing wrong with a whole address', () => {
    expect(checkAddress(whole)).toEqual([]);
  });

  it('names each missing part once', () => {
    expect(checkAddress({ recipient: 'Budi', city: 'Kota Malang' })).toEqual(
      ['phone', 'street', 'village', 'district', 'province', 'postalCode'].map((part) => ({ type: 'missing', part })),
    );
  });

  it.each([
    [
      'a postal code of another district',
      { postalCode: '40135' },
      [{ type: 'postal-mismatch', postalCode: '40135', expected: ['65147'] }],
    ],
    [
      'a postal code of another region',
      { postalCode: '99999' },
      [{ type: 'postal-mismatch', postalCode: '99999', expected: ['65147'] }],
    ],
    [
      'a postal code that nobody knows',
      { postalCode: '65140' },
      [{ type: 'unknown-postal', postalCode: '65140', flag: true }],
    ],
    ['a postal code that is none', { postalCode: '0651' }, [{ type: 'bad-postal', postalCode: '0651' }]],
    [
      'a village that nobody knows',
      { village: 'Perkutut Raya' },
      [{ type: 'unknown-village', village: 'Perkutut Raya', flag: true }],
    ],
    ['a city of another province', { province: 'Bali' }, 'city-elsewhere'],
    ['a district of another city', { city: 'Kota Surabaya' }, 'district-elsewhere'],
    ['a city that nobody knows', { city: 'Gotham' }, 'unknown-city'],
    ['a district that nobody knows', { district: 'Zzyzx' }, 'unknown-district'],
  ])('tells %s', (_, change, wanted) => {
    const problems = checkAddress({ ...whole, ...change });
    if (typeof wanted === 'string') expect(problems.map((problem) => problem.type)).toContain(wanted);
    else expect(problems).toEqual(wanted);
  });

  it('asks which Karanganyar with all six candidates, until city, village or postal code says it', () => {
    const [problem] = checkAddress({
      ...whole,
      district: 'Karanganyar',
      village: 'Desa Baru',
      city: '',
      province: '',
      postalCode: '',
    }).filter((one) => one.type === 'ambiguous-district');
    expect(problem?.candidates).toHaveLength(6);
    const types = (parts: object) => checkAddress({ district: 'Karanganyar', ...parts }).map((one) => one.type);
    expect(types({ city: 'Kabupaten Ngawi' })).not.toContain('ambiguous-district');
    expect(types({ postalCode: '57711' })).not.toContain('ambiguous-district');
    expect(types({ village: 'Jantiharjo' })).not.toContain('ambiguous-district');
  });

  it('asks which Malang while nothing says whether the city or the regency is meant', () => {
    expect(checkAddress({ city: 'Malang' }).find((one) => one.type === 'ambiguous-city')).toMatchObject({
      candidates: [{ city: 'Kabupaten Malang' }, { city: 'Kota Malang' }],
    });
    expect(checkAddress({ city: 'Malang', district: 'Sukun' }).map((one) => one.type)).not.toContain('ambiguous-city');
  });

  it('accepts an old address in a province of 2022', () => {
    expect(checkAddress({ city: 'Kabupaten Merauke', province: 'Papua' }).map((one) => one.type)).not.toContain(
      'city-elsewhere',
    );
  });
});
