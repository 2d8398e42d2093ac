import type { DemoSupplier } from './demo-shop.ts';

/** A product of the demo shop; `picture` names the drawing in `pictures/`. */
export interface DemoProduct {
  readonly picture: string;
  readonly name: string;
  readonly category: string;
  readonly description: string;
  readonly supplier: DemoSupplier['id'];
  readonly price: number;
  readonly cost: number;
  readonly weightGrams: number;
  /** sku, name of the variant, units or `ask`; price and cost where they differ. */
  readonly variants: readonly (readonly [
    sku: string,
    name: string,
    stock: number | 'ask',
    other?: { readonly price: number; readonly cost: number },
  ])[];
}

export const DEMO_PRODUCTS: readonly DemoProduct[] = [
  {
    picture: 'tas-kanvas',
    name: 'Tas Kanvas Lipat',
    category: 'tas',
    description: 'Tote bag kanvas tebal, muat laptop 14 inci, bisa dilipat sebesar dompet.',
    supplier: 'tas',
    price: 45_000,
    cost: 29_000,
    weightGrams: 250,
    variants: [
      ['TK-KREM', 'Krem', 24],
      ['TK-HITAM', 'Hitam', 18],
    ],
  },
  {
    picture: 'ransel',
    name: 'Ransel Harian 20 L',
    category: 'tas',
    description: 'Ransel tahan air dengan saku laptop dan tempat botol di dua sisi.',
    supplier: 'tas',
    price: 189_000,
    cost: 138_000,
    weightGrams: 750,
    variants: [
      ['RH-BIRU', 'Biru', 6],
      ['RH-ABU', 'Abu-abu', 'ask'],
    ],
  },
  {
    picture: 'dompet',
    name: 'Dompet Kulit Sintetis',
    category: 'tas',
    description: 'Dompet lipat dengan delapan slot kartu dan kancing magnet.',
    supplier: 'tas',
    price: 79_000,
    cost: 52_000,
    weightGrams: 180,
    variants: [['DK-COKLAT', 'Cokelat', 12]],
  },
  {
    picture: 'kaos-polos',
    name: 'Kaos Polos Combed 30s',
    category: 'baju',
    description: 'Katun combed 30s, adem, jahitan rantai di pundak.',
    supplier: 'baju',
    price: 55_000,
    cost: 36_000,
    weightGrams: 180,
    variants: [
      ['KP-HIJAU-M', 'Hijau, M', 'ask'],
      ['KP-HIJAU-L', 'Hijau, L', 'ask'],
      ['KP-HIJAU-XL', 'Hijau, XL', 'ask', { price: 60_000, cost: 39_000 }],
      ['KP-HITAM-M', 'Hitam, M', 'ask'],
      ['KP-HITAM-L', 'Hitam, L', 'ask'],
    ],
  },
  {
    picture: 'kemeja-flanel',
    name: 'Kemeja Flanel Kotak',
    category: 'baju',
    description: 'Flanel lembut lengan pendek, potongan reguler.',
    supplier: 'baju',
    price: 119_000,
    cost: 84_000,
    weightGrams: 300,
    variants: [
      ['KF-MERAH-M', 'Merah, M', 8],
      ['KF-MERAH-L', 'Merah, L', 5],
    ],
  },
  {
    picture: 'pashmina',
    name: 'Pashmina Ceruty',
    category: 'baju',
    description: 'Bahan ceruty premium 75 x 180 cm, jatuh dan tidak licin.',
    supplier: 'baju',
    price: 49_000,
    cost: 30_000,
    weightGrams: 150,
    variants: [
      ['PC-UNGU', 'Ungu', 20],
      ['PC-MOCCA', 'Mocca', 20],
      ['PC-NAVY', 'Navy', 'ask'],
    ],
  },
  {
    picture: 'tumbler',
    name: 'Tumbler Stainless 500 ml',
    category: 'rumah',
    description: 'Dinding ganda, dingin 12 jam dan panas 8 jam, tutup anti tumpah.',
    supplier: 'rumah',
    price: 85_000,
    cost: 58_000,
    weightGrams: 350,
    variants: [
      ['TB-TOSKA', 'Toska', 15],
      ['TB-PUTIH', 'Putih', 9],
    ],
  },
  {
    picture: 'lampu-tidur',
    name: 'Lampu Tidur LED Kayu',
    category: 'rumah',
    description: 'Cahaya hangat tiga tingkat, kabel USB 1,2 m.',
    supplier: 'rumah',
    price: 129_000,
    cost: 91_000,
    weightGrams: 800,
    variants: [['LT-KAYU', '', 7]],
  },
  {
    picture: 'rak-bumbu',
    name: 'Rak Bumbu Dinding 6 Botol',
    category: 'rumah',
    description: 'Rak kayu pinus dengan enam botol kaca 150 ml, baut sudah termasuk.',
    supplier: 'rumah',
    price: 149_000,
    cost: 108_000,
    weightGrams: 2_100,
    variants: [['RB-6', '', 'ask']],
  },
  {
    picture: 'payung-lipat',
    name: 'Payung Lipat Otomatis',
    category: 'aksesori',
    description: 'Buka tutup satu tombol, delapan ruji, lapisan anti UV.',
    supplier: 'rumah',
    price: 69_000,
    cost: 45_000,
    weightGrams: 400,
    variants: [
      ['PY-BIRU', 'Biru', 14],
      ['PY-HITAM', 'Hitam', 14],
    ],
  },
  {
    picture: 'casing-hp',
    name: 'Casing HP Motif Hati',
    category: 'aksesori',
    description: 'Bahan TPU lentur, sudut tebal, lubang kamera presisi. Tulis tipe HP di catatan.',
    supplier: 'tas',
    price: 35_000,
    cost: 18_000,
    weightGrams: 80,
    variants: [
      ['CH-PINK', 'Pink', 'ask'],
      ['CH-BENING', 'Bening', 'ask'],
    ],
  },
  {
    picture: 'jam-tangan',
    name: 'Jam Tangan Klasik',
    category: 'aksesori',
    description: 'Tali kulit sintetis, mesin kuarsa, garansi mesin 6 bulan.',
    supplier: 'tas',
    price: 159_000,
    cost: 112_000,
    weightGrams: 200,
    variants: [['JT-KLASIK', '', 4]],
  },
];
