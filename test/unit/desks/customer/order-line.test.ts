import { describe, expect, it } from 'vitest';
import { orderLine } from '../../../../src/desks/customer/kinds/order-line.ts';
import type { Parsed } from '../../../../src/dialogue/kind.ts';
import { at, text } from './a-shelf.ts';
import { asked, talkWith } from './talk-with.ts';

const goods = (parsed: Parsed): readonly string[] =>
  parsed.type === 'several' ? parsed.values.map((value) => orderLine.show(value, 'id')) : [];

describe('goods in free words', () => {
  it.each<readonly [readonly string[], readonly string[]]>([
    [['kaos hitam L 2'], ['2 x Kaos Polos (Hitam, L) @ Rp65.000']],
    [['mau kaos dong kak', 'hitam', 'L', '2 pcs'], ['2 x Kaos Polos (Hitam, L) @ Rp65.000']],
    [['kaos', 'yang putih xl 3'], ['3 x Kaos Polos (Putih, XL) @ Rp65.000']],
    [['KAOS-HIT-L', '5'], ['5 x Kaos Polos (Hitam, L) @ Rp65.000']],
    [['totebag 1,5 lusin'], ['18 (delapan belas) x Totebag Kanvas @ Rp45.000']],
    [['totebag 1,5', '2'], ['2 x Totebag Kanvas @ Rp45.000']],
    [['2 lusin kaos putih m'], ['24 (dua puluh empat) x Kaos Polos (Putih, M) @ Rp65.000']],
    [
      ['kaos hitam L 2, totebag 1 dan topi navy 3'],
      ['2 x Kaos Polos (Hitam, L) @ Rp65.000', '1 x Totebag Kanvas @ Rp45.000', '3 x Topi Baseball (Navy) @ Rp35.000'],
    ],
    [['kaos', 'eh totebag aja 1'], ['1 x Totebag Kanvas @ Rp45.000']],
    [['topi', '2'], ['2 x Topi Baseball (Navy) @ Rp35.000']],
    [['kaos hitam L 2 sama sepatu 1', 'lewati'], ['2 x Kaos Polos (Hitam, L) @ Rp65.000']],
    [
      ['kaos hitam L 2 sama sepatu 1', 'totebag 3'],
      ['2 x Kaos Polos (Hitam, L) @ Rp65.000', '3 x Totebag Kanvas @ Rp45.000'],
    ],
  ])('%j becomes %j', (replies, lines) => {
    expect(goods(talkWith(orderLine, replies))).toEqual(lines);
  });

  it.each<readonly [readonly string[], string]>([
    [['kaos'], 'pesan.varian-mana'],
    [['totebag'], 'pesan.berapa'],
    [['totebag 1,5'], 'pesan.berapa'],
    [['totebag 2.5 pcs'], 'pesan.berapa'],
    [['totebag', '1,5'], 'pesan.jumlah-tidak-jelas'],
    [['totebag', 'banyak'], 'pesan.jumlah-tidak-jelas'],
    [['totebag', '5000'], 'pesan.jumlah-terlalu-banyak'],
    [['kaos hijau 2'], 'pesan.varian-tidak-ada'],
    [['kaos navy L 2'], 'pesan.varian-tidak-ada'],
    [['topi hitam 1'], 'pesan.varian-tidak-ada'],
    [['sepatu 2'], 'pesan.barang-tidak-ada'],
    [['kaos hitam L 2 sama sepatu 1'], 'pesan.barang-tidak-ada-lanjut'],
    [['kaos', 'Toko Berkah Jaya'], 'engine.pilih-dari-daftar'],
    [['kaos', 'yang kuning'], 'pesan.varian-tidak-ada'],
    [['menu'], 'pesan.barang-tidak-paham'],
    [['totebag', 'sudah tf kak'], 'pesan.barang-tidak-paham'],
    [[''], 'pesan.barang-tidak-paham'],
  ])('%j is answered with %s', (replies, why) => {
    expect(asked(talkWith(orderLine, replies))).toBe(why);
  });

  it('leaves a whole form to the reader, which takes the address too', () => {
    expect(asked(orderLine.parse(text('totebag 2\nNama: Budi\nHP 081234567890'), at()))).toBe(
      'pesan.barang-tidak-paham',
    );
  });

  it('reads a cart by its codes and asks about what is not sold', () => {
    const cart = [
      { sku: 'TOTE', quantity: 2 },
      { sku: 'NOPE', quantity: 1 },
    ];
    expect(asked(orderLine.parse({ text: '', files: [], cart }, at()))).toBe('pesan.barang-tidak-ada-lanjut');
  });

  it('adds the same goods together', () => {
    const [one] =
      talkWith(orderLine, ['totebag 2']).type === 'several'
        ? [{ sku: 'TOTE', name: 'Totebag Kanvas', quantity: 2, price: 45_000 }]
        : [];
    expect(
      orderLine.join?.([one ?? null], { sku: 'TOTE', name: 'Totebag Kanvas', quantity: 3, price: 45_000 }),
    ).toEqual([{ sku: 'TOTE', name: 'Totebag Kanvas', quantity: 5, price: 45_000 }]);
  });
});
