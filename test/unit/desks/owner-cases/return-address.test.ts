import { describe, expect, it } from 'vitest';
import type { Json } from '../../../../src/core/json.ts';
import { returnAddress } from '../../../../src/desks/owner/cases/return-address.ts';

const say = (text: string, kept?: Json) =>
  returnAddress.parse(
    { text, files: [] },
    {
      snapshot: undefined,
      language: 'id',
      filled: {},
      now: new Date(0),
      ...(kept !== undefined && { kept }),
    },
  );

describe('where goods are sent back to', () => {
  it.each([
    'Toko Contoh (Sari), 081200001111, Jl. Kenanga 1, Beji, Depok 16421',
    'Toko Contoh 081234567890 Jl. Mawar 1 Bandung',
    'Rina\n0812 3333 4444\nJl. Sumatra 12, Babakan Ciamis, Sumur Bandung, Kota Bandung 40117',
    'Kirim ke gudang kami di Jl. Braga 5 Bandung, a.n. Rina 081233334444',
  ])('is kept as it was written: %s', (text) => {
    expect(say(text)).toEqual({ type: 'filled', value: text });
  });

  it.each(['ya', 'yes', 'sama saja', 'oke', 'nanti saya kabari'])('is not %j', (text) => {
    expect(say(text)).toEqual({ type: 'failed', why: 'case.balik-bukan-alamat' });
  });

  it('is asked for part by part until it is whole, and keeps what was said', () => {
    const street = say('Jl. Mawar 3');
    expect(street).toMatchObject({ type: 'more', ask: 'case.balik-kurang-kota' });
    if (street.type !== 'more') return;
    expect(say('ya', street.kept)).toEqual({ type: 'failed', why: 'case.balik-kurang-kota' });
    const city = say('Beji, Depok', street.kept);
    expect(city).toMatchObject({ type: 'more', ask: 'case.balik-kurang-penerima' });
    if (city.type !== 'more') return;
    const name = say('Sari', city.kept);
    expect(name).toMatchObject({ type: 'more', ask: 'case.balik-kurang-hp' });
    if (name.type !== 'more') return;
    expect(say('081200001111', name.kept)).toEqual({
      type: 'filled',
      value: 'Sari\nJl. Mawar 3\nBeji, Depok\n081200001111',
    });
  });
});
