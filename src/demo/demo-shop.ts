import type { ProfileFields } from '../shop/settings/profile.ts';

/** A supplier of the demo shop; the name is its key. */
export interface DemoSupplier {
  readonly id: 'tas' | 'baju' | 'rumah';
  readonly name: string;
  readonly email: string;
  readonly origin: { readonly city: string; readonly province: string };
  readonly couriers: readonly string[];
  readonly cutOff: string;
}

// Names and accounts are invented; there are no phone numbers, for every one that looks right may be somebody's.
export const DEMO_SUPPLIERS: readonly DemoSupplier[] = [
  {
    id: 'tas',
    name: 'Gudang Tas Cibaduyut',
    email: 'tas@pemasok.example',
    origin: { city: 'Kota Bandung', province: 'Jawa Barat' },
    couriers: ['jne', 'jnt', 'sicepat'],
    cutOff: '15:00',
  },
  {
    id: 'baju',
    name: 'Konveksi Sinar Tegal',
    email: 'konveksi@pemasok.example',
    origin: { city: 'Kota Tegal', province: 'Jawa Tengah' },
    couriers: ['jne', 'jnt'],
    cutOff: '14:00',
  },
  {
    id: 'rumah',
    name: 'Grosir Rumah Surabaya',
    email: 'rumah@pemasok.example',
    origin: { city: 'Kota Surabaya', province: 'Jawa Timur' },
    couriers: ['jnt', 'sicepat', 'anteraja'],
    cutOff: '16:00',
  },
];

/** What the demo shop says of itself; both accounts are invented. */
export const DEMO_PROFILE = {
  name: 'Toko Contoh',
  greeting: 'Halo Kak, selamat datang di Toko Contoh. Ketik *menu* untuk melihat barang.',
  contact: { phone: '', email: 'halo@toko-contoh.example' },
  accounts: [
    { id: 'bca-1', bank: 'BCA', number: '0000123456', holder: 'Toko Contoh (demo)', kind: 'bank', active: true },
    {
      id: 'mandiri-1',
      bank: 'Mandiri',
      number: '0000000123456',
      holder: 'Toko Contoh (demo)',
      kind: 'bank',
      active: true,
    },
  ],
  address: { street: '', city: 'Kota Jakarta Barat', province: 'DKI Jakarta', postalCode: '11480' },
} as const satisfies Partial<ProfileFields>;

export const DEMO_CATEGORIES = [
  { _id: 'tas', name: 'Tas & Dompet', rank: 1 },
  { _id: 'baju', name: 'Pakaian', rank: 2 },
  { _id: 'rumah', name: 'Rumah', rank: 3 },
  { _id: 'aksesori', name: 'Aksesori', rank: 4 },
] as const;
