import { describe, expect, it } from 'vitest';
import { orderForm } from '../../../../src/desks/customer/readers/order-form.ts';
import { at, text } from './a-shelf.ts';

const TOTE = { sku: 'TOTE', name: 'Totebag Kanvas', quantity: 1, price: 45_000 };
const PLACE = {
  street: 'Jl. Melati 5',
  rt: '',
  rw: '',
  village: 'Sukamaju',
  district: 'Cilodong',
  city: 'Kota Depok',
  province: 'Jawa Barat',
  postalCode: '16415',
  landmark: '',
};

describe('what one message says of an order', () => {
  it('is all of it, when the message is a filled form', () => {
    const read = orderForm(
      text(
        'totebag 2\nNama: Budi Santoso\nHP: 0812 3456 7890\nAlamat: Jl. Melati No. 5, Sukamaju, Cilodong, Depok 16415\nKurir: jne reg\nBayar: transfer bca\nCatatan: jangan dilipat',
      ),
      at(),
    );
    expect(read).toMatchObject({
      barang: [{ sku: 'TOTE', quantity: 2 }],
      penerima: 'Budi Santoso',
      telepon: '+6281234567890',
      alamat: { street: 'Jl. Melati No. 5', district: 'Cilodong', postalCode: '16415' },
      kurir: { said: 'jne reg' },
      bayar: { said: 'transfer bca' },
      catatan: 'jangan dilipat',
    });
  });

  it('is left to the parser of the goods where an amount or a colour is missing, with the goods there were', () => {
    const { barang } = orderForm(text('mau kaos hitam juga dong'), at({ filled: { barang: [TOTE] } }));
    expect(barang).toEqual({ said: '1 TOTE\nkaos hitam juga' });
  });

  it.each([
    ['totebag 3', [{ ...TOTE, quantity: 3 }]],
    ['totebagnya jadi 4', [{ ...TOTE, quantity: 4 }]],
    ['tambah totebag 2', [{ ...TOTE, quantity: 3 }]],
  ])('"%s" changes the goods there were', (words, barang) => {
    expect(orderForm(text(words), at({ filled: { barang: [TOTE] } })).barang).toEqual(barang);
  });

  it('changes one part of the address and keeps the others', () => {
    const { alamat } = orderForm(text('kode pos 16416'), at({ filled: { alamat: PLACE } }));
    expect(alamat).toEqual({ ...PLACE, postalCode: '16416' });
  });

  it.each(['ya', 'selesai', 'sudah tf kak', 'paket saya dimana ya', 'terserah', 'ongkirnya berapa?', 'batal', '2', ''])(
    '"%s" is nothing',
    (words) => {
      expect(orderForm(text(words), at({ filled: { barang: [TOTE], alamat: PLACE } }))).toEqual({});
    },
  );

  it('is a cart, by its codes', () => {
    const cart = [{ sku: 'tote', quantity: 2 }];
    expect(orderForm({ text: '', files: [], cart }, at())).toEqual({ barang: [{ ...TOTE, quantity: 2 }] });
  });
});
