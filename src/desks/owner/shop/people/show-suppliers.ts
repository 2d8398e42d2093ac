import { z } from 'zod';
import { showPhone } from '../../../../core/phone.ts';
import { cutText, foldText } from '../../../../core/text.ts';
import type { Action, At } from '../../../../dialogue/action.ts';
import type { Line, LineChoice } from '../../../../dialogue/talk.ts';
import { type Say, sayIn } from '../../../../notices/house-words.ts';
import { courierName } from '../../../../shop/shipping/couriers.ts';
import type { Supplier } from '../../../../shop/suppliers/supplier.ts';
import type { OwnerShopDeps } from '../deps.ts';

const input = z.object({ kata: z.string().optional(), kode: z.string().optional() });
type Deps = Pick<OwnerShopDeps, 'suppliers' | 'house' | 'staff' | 'catalog'>;

/** Shows the suppliers, or one of them with what can be changed. */
export const showSuppliers = (deps: Deps): Action<z.infer<typeof input>, 'shown'> => ({
  name: 'show-suppliers',
  kind: 'looks',
  input,
  outcomes: ['shown'],
  run({ kata = '', kode = '' }, at) {
    const { suppliers } = deps;
    const one = kata === '' ? suppliers.known(kode) : supplierNamed(suppliers, kata);
    if (one) return Promise.resolve({ outcome: 'shown', lines: [supplierCard(deps, one, at)] });
    const unknown: Line[] = kata === '' ? [] : [{ text: 'toko.pemasok.tidak-ada', with: { nama: cutText(kata, 60) } }];
    return Promise.resolve({ outcome: 'shown', lines: [...unknown, supplierList(deps, at)] });
  },
});

// Its name, its code, or words that only one of them has.
function supplierNamed(suppliers: Deps['suppliers'], words: string): Supplier | undefined {
  const exact = suppliers.named(words) ?? suppliers.known(words.toUpperCase());
  const alike = suppliers.all().filter(({ name }) => foldText(name).includes(foldText(words)));
  return exact ?? (alike.length === 1 ? alike[0] : undefined);
}

function supplierList({ suppliers, house }: Deps, { language }: At): Line {
  const say = sayIn(house, language);
  const all = suppliers.all();
  const choices: LineChoice[] = [
    ...all.map(
      ({ _id, name, paused }): LineChoice => ({
        label: { words: cutText(paused ? say('toko.pemasok.baris-jeda', { nama: name }) : name, 60) },
        tap: { verb: 'pemasok', code: _id },
      }),
    ),
    { label: { text: 'toko.pemasok.tombol-baru' }, tap: { verb: 'pemasok-baru', code: '-' } },
  ];
  return {
    text: all.length === 0 ? 'toko.pemasok.kosong' : 'toko.pemasok.daftar',
    with: { jumlah: all.length },
    choices,
  };
}

/** A supplier with how it is reached, what it sends, and buttons for each change. */
export function supplierCard(deps: Deps, supplier: Supplier, { language }: At): Line {
  const say = sayIn(deps.house, language);
  const { _id, name, paused, contact, terms } = supplier;
  const chats = deps.staff.chatsOf('supplier', _id).length;
  const goods = deps.catalog
    .snapshot()
    .all.flatMap(({ variants }) => variants)
    .filter((variant) => variant.supplier === _id).length;
  const isi = [
    say('toko.pemasok.hp', { hp: contact.phone ? showPhone(contact.phone) : '-' }),
    ...(contact.email ? [say('toko.pemasok.email', { email: contact.email })] : []),
    say(chats === 0 ? 'toko.pemasok.tanpa-chat' : 'toko.pemasok.ada-chat', { jumlah: chats }),
    say('toko.pemasok.kurir', { kurir: couriersOf(deps, supplier, say) }),
    ...(supplier.origin ? [say('toko.pemasok.dari', { kota: supplier.origin.city })] : []),
    ...(supplier.cutOff ? [say('toko.pemasok.batas', { jam: supplier.cutOff.at })] : []),
    say('toko.pemasok.barang', { jumlah: goods }),
    ...(terms === '' ? [] : [say('toko.pemasok.ketentuan', { isi: cutText(terms, 300) })]),
    ...(paused ? [say('toko.pemasok.dijeda', { alasan: paused.reason })] : []),
  ];
  return { text: 'toko.pemasok.kartu', with: { nama: name, isi: isi.join('\n') }, choices: changes(supplier) };
}

const couriersOf = ({ house }: Deps, { couriers }: Supplier, say: Say): string =>
  couriers.length === 0
    ? say('toko.pemasok.semua-kurir')
    : couriers.map((code) => courierName(house.couriers(), code)).join(', ');

function changes({ _id, paused }: Supplier): LineChoice[] {
  const button = (name: string, verb: string, row: number): LineChoice => ({
    label: { text: `toko.pemasok.tombol-${name}` },
    tap: { verb, code: _id },
    row,
  });
  return [
    button('hp', 'hp-pemasok', 0),
    button('kurir', 'kurir-pemasok', 0),
    button('teks', 'teks-pemasok', 0),
    button('kode', 'undang-pemasok', 1),
    paused ? button('lanjut', 'pakai-pemasok', 1) : button('jeda', 'jeda-pemasok', 1),
  ];
}
