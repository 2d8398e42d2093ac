import { aPhoto } from '../support/story/files.ts';
import type { Phone, TelegramServer } from '../support/telegram/start-telegram.ts';

/** One step of the story: what somebody does, and how one sees that it was answered. */
export interface Step {
  readonly name: string;
  act(): Promise<void> | void;
  /** True once the answer is there. */
  seen(): boolean;
}

export const OWNER_ID = 7_000_000_001;
const CUSTOMER_ID = 7_000_000_002;
const SUPPLIER_ID = 7_000_000_003;

/** The people of the story. */
export function peopleOf(telegram: TelegramServer) {
  return {
    budi: telegram.user(CUSTOMER_ID, { firstName: 'Budi' }),
    pemilik: telegram.user(OWNER_ID, { firstName: 'Sari' }),
    pemasok: telegram.user(SUPPLIER_ID, { firstName: 'Gudang' }),
  };
}

const ORDER = `halo, mau order kaos polos hitam L 2
Nama: Budi Santoso
HP: 081234567890
Alamat: Jl Melati No 5 RT 2/3, Kel. Sukun, Kec. Sukun, Kota Malang, Jawa Timur 65147
Kurir: JNE REG
Bayar: transfer BCA`;

/** The order's whole walk over the wire, each step with what shows that it was answered. */
export function storyOf(people: ReturnType<typeof peopleOf>, supplierCode: string): readonly Step[] {
  const { budi, pemilik, pemasok } = people;
  const marked = new Map<Phone, number>();
  const fresh = (phone: Phone, pattern: RegExp): boolean =>
    phone.heard.slice(marked.get(phone) ?? 0).some((one) => pattern.test(one.text));
  const mark = (): void => {
    for (const phone of [budi, pemilik, pemasok]) marked.set(phone, phone.heard.length);
  };
  const code = (): string =>
    pemilik.heard.map((one) => /🧾 ([2-9A-Z]{6})/.exec(one.text)?.[1]).find((found) => found !== undefined) ?? '';
  const says = (phone: Phone, text: () => string) => () => {
    mark();
    phone.says(text());
  };
  const buttonOf = (phone: Phone, label: RegExp) =>
    phone.chat
      .flatMap((message) =>
        message.buttons
          .flat()
          .filter((button) => label.test(button))
          .map((button) => ({ message, button })),
      )
      .at(-1);
  const taps = (phone: Phone, label: RegExp) => () => {
    mark();
    const found = buttonOf(phone, label);
    if (!found) throw new Error(`no button ${label}`);
    phone.taps(found.message, found.button);
  };
  return [
    { name: 'owner starts', act: says(pemilik, () => '/start'), seen: () => fresh(pemilik, /./) },
    {
      name: 'supplier proves the role',
      act: says(pemasok, () => supplierCode),
      seen: () => fresh(pemasok, /Selamat datang/),
    },
    { name: 'customer orders', act: says(budi, () => ORDER), seen: () => fresh(budi, /Sudah benar/) },
    {
      name: 'customer says yes',
      act: says(budi, () => 'ya'),
      seen: () => fresh(budi, /catat/) && fresh(pemasok, /Kaos/) && code() !== '',
    },
    { name: 'supplier has it in stock', act: says(pemasok, () => `ok ${code()}`), seen: () => fresh(budi, /BCA/) },
    {
      name: 'customer sends the proof',
      act: async () => {
        mark();
        budi.sendsPhoto(await aPhoto('bukti'), 'sudah transfer kak');
      },
      seen: () => buttonOf(pemilik, /^Terima/) !== undefined && fresh(budi, /terima/),
    },
    { name: 'owner takes the money', act: taps(pemilik, /^Terima/), seen: () => fresh(budi, /lunas|Pembayaran/i) },
    {
      name: 'owner hands over',
      act: says(pemilik, () => `/teruskan ${code()}`),
      seen: () => fresh(pemasok, /Budi Santoso/),
    },
    { name: 'supplier prepares it', act: says(pemasok, () => `ok ${code()}`), seen: () => fresh(pemasok, /./) },
  ];
}
