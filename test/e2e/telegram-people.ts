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

/** The people of the story, and what their steps are made of. */
export interface People {
  readonly budi: Phone;
  readonly pemilik: Phone;
  readonly pemasok: Phone;
  /** A bot message after the step began whose text matches. */
  fresh(phone: Phone, pattern: RegExp): boolean;
  /** The newest message that has a button with this label now. */
  hasButton(phone: Phone, label: RegExp): boolean;
  says(phone: Phone, text: () => string): () => void;
  sends(phone: Phone, photo: () => Promise<Uint8Array>, caption: string): () => Promise<void>;
  taps(phone: Phone, label: RegExp): () => void;
  /** The first code that the owner was shown behind a mark. */
  code(mark: string): string;
}

/** Opens the phones of the story. */
export function peopleOf(telegram: TelegramServer): People {
  const budi = telegram.user(CUSTOMER_ID, { firstName: 'Budi' });
  const pemilik = telegram.user(OWNER_ID, { firstName: 'Sari' });
  const pemasok = telegram.user(SUPPLIER_ID, { firstName: 'Gudang' });
  const marked = new Map<Phone, number>();
  const mark = (): void => {
    for (const phone of [budi, pemilik, pemasok]) marked.set(phone, phone.heard.length);
  };
  const buttonOf = (phone: Phone, label: RegExp) =>
    phone.chat
      .flatMap((message) => message.buttons.flat().map((button) => ({ message, button })))
      .findLast(({ button }) => label.test(button));
  return {
    budi,
    pemilik,
    pemasok,
    fresh: (phone, pattern) => phone.heard.slice(marked.get(phone) ?? 0).some((one) => pattern.test(one.text)),
    hasButton: (phone, label) => buttonOf(phone, label) !== undefined,
    says: (phone, text) => () => {
      mark();
      phone.says(text());
    },
    sends: (phone, photo, caption) => async () => {
      const bytes = await photo();
      mark();
      phone.sendsPhoto(bytes, caption);
    },
    taps: (phone, label) => () => {
      mark();
      const found = buttonOf(phone, label);
      if (!found) throw new Error(`no button ${label}`);
      phone.taps(found.message, found.button);
    },
    code: (symbol) => {
      const pattern = new RegExp(`${symbol} ([2-9A-Z]{6})`, 'u');
      return pemilik.heard.map((one) => pattern.exec(one.text)?.[1]).find((found) => found !== undefined) ?? '';
    },
  };
}
