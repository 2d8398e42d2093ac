const FIRST = [
  'Sari',
  'Budi',
  'Dewi',
  'Agus',
  'Rina',
  'Joko',
  'Putri',
  'Hendra',
  'Wulan',
  'Rizky',
  'Ayu',
  'Fajar',
  'Lestari',
  'Yusuf',
  'Maya',
  'Bayu',
  'Indah',
  'Dimas',
  'Ratna',
];
const LAST = [
  'Wijaya',
  'Lestari',
  'Pratama',
  'Siregar',
  'Utami',
  'Santoso',
  'Nasution',
  'Maharani',
  'Kusuma',
  'Hidayat',
  'Anggraini',
  'Simanjuntak',
  'Saputra',
  'Rahmawati',
  'Gunawan',
  'Permata',
  'Setiawan',
];

/** The made-up name of the customer with number `n` (from 1): 19 first and 17 last names, so the first 323 all differ. */
export function customerName(n: number): string {
  return `${FIRST[(n - 1) % FIRST.length] ?? ''} ${LAST[(n - 1) % LAST.length] ?? ''}`;
}
