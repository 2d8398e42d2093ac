import { z } from 'zod';
import { readPhone, showPhone } from '../../../../core/phone.ts';
import { cleanText, cutText } from '../../../../core/text.ts';
import type { Action, List } from '../../../../dialogue/action.ts';
import { withProblems } from '../../../../dialogue/problems.ts';
import type { LineChoice } from '../../../../dialogue/talk.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { ProfileFields } from '../../../../shop/settings/profile.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';

type Deps = Pick<OwnerShopDeps, 'settings' | 'house' | 'staff'>;

/** What of the shop can be changed from a chat. */
export const SHOP_FIELDS = ['nama', 'sapaan', 'hp', 'email', 'jalan', 'kota', 'provinsi', 'buka', 'tenang'] as const;
type ShopField = (typeof SHOP_FIELDS)[number];

const asked = z.object({ kata: z.string().optional() });

/** Shows what the shop says of itself; words behind the command say what to change at once. */
export const showShop = ({ settings, house }: Deps): Action<z.infer<typeof asked>, 'shown' | 'change'> => ({
  name: 'show-shop',
  kind: 'looks',
  input: asked,
  outcomes: ['shown', 'change'],
  run({ kata = '' }, { language }) {
    if (kata !== '') return Promise.resolve({ outcome: 'change' });
    const say = sayIn(house, language);
    const profile = settings.profile();
    const isi = SHOP_FIELDS.map((field) =>
      say('toko.profil.baris', { apa: say(`toko.profil.${field}`), isi: wordsOf(profile, field) || '-' }),
    ).join('\n');
    const choices = SHOP_FIELDS.map(
      (field, i): LineChoice => ({
        label: { text: `toko.profil.${field}` },
        tap: { verb: 'ubah-toko', code: field },
        row: Math.floor(i / 3),
      }),
    );
    return Promise.resolve({ outcome: 'shown', lines: [{ text: 'toko.profil.kartu', with: { isi }, choices }] });
  },
});

const input = z.object({ apa: z.enum(SHOP_FIELDS), isi: z.string(), accepted: z.array(z.string()).optional() });

/** Looks whether the shop can be called or reached so. */
export const lookAtShop = (): Action<z.infer<typeof input>, 'fine' | 'problems'> => ({
  name: 'look-at-shop',
  kind: 'looks',
  input,
  outcomes: ['fine', 'problems'],
  run({ apa, isi }) {
    if (changeOf(EMPTY, apa, isi)) return Promise.resolve({ outcome: 'fine' });
    const problem = { field: 'isi', text: `toko.profil.salah-${KINDS[apa]}`, with: { isi: cutText(isi, 60) } };
    return Promise.resolve({ outcome: 'problems', data: withProblems([problem]) });
  },
});

const set = input.omit({ accepted: true });

/** Changes what the shop says of itself. */
export const changeShop = ({ settings, house, staff }: Deps): Action<z.infer<typeof set>, 'done' | 'refused'> => ({
  name: 'change-shop',
  kind: 'acts',
  input: set,
  outcomes: ['done', 'refused'],
  async run({ apa, isi }, at) {
    const say = sayIn(house, at.language);
    const refused = {
      outcome: 'refused',
      lines: [{ text: `toko.profil.salah-${KINDS[apa]}`, with: { isi: cutText(isi, 60) } }],
    } as const;
    const change = changeOf(await settings.read(), apa, isi);
    if (!change) return refused;
    const done = await settings.change(change, { key: at.key, by: byOwner(staff, at) });
    if (!done.ok) return refused;
    const values = { apa: say(`toko.profil.${apa}`), isi: wordsOf(done.value, apa) };
    return { outcome: 'done', lines: [{ text: 'toko.profil.diubah', with: values }] };
  },
});

/** What can be wrong with a field, each with a text. */
export const PROFILE_MISTAKES = ['nama', 'sapaan', 'hp', 'email', 'tempat', 'jam'] as const;
const KINDS: Readonly<Record<ShopField, (typeof PROFILE_MISTAKES)[number]>> = {
  nama: 'nama',
  sapaan: 'sapaan',
  hp: 'hp',
  email: 'email',
  jalan: 'tempat',
  kota: 'tempat',
  provinsi: 'tempat',
  buka: 'jam',
  tenang: 'jam',
};

type Changeable = Pick<ProfileFields, 'contact' | 'address'>;
const EMPTY: Changeable = {
  contact: { phone: '', email: '' },
  address: { street: '', city: '', province: '', postalCode: '' },
};

/** The fields of the profile that a wish changes; undefined when it cannot be so. */
function changeOf({ contact, address }: Changeable, apa: ShopField, isi: string): Partial<ProfileFields> | undefined {
  const text = cleanText(isi);
  switch (apa) {
    case 'nama':
      return fits(text, 60) ? { name: text.replace(/\s+/g, ' ') } : undefined;
    case 'sapaan':
      return fits(text, 500) ? { greeting: text } : undefined;
    case 'hp': {
      const phone = readPhone(text)?.e164;
      return phone === undefined ? undefined : { contact: { ...contact, phone } };
    }
    case 'email':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { contact: { ...contact, email: text } } : undefined;
    case 'jalan':
      return fits(text, 200) ? { address: { ...address, street: text } } : undefined;
    case 'kota':
      return fits(text, 60) ? { address: { ...address, city: text } } : undefined;
    case 'provinsi':
      return fits(text, 60) ? { address: { ...address, province: text } } : undefined;
    case 'buka': {
      const open = spanOf(text);
      return open && { open };
    }
    case 'tenang': {
      const quiet = spanOf(text);
      return quiet && { quiet };
    }
  }
}

const fits = (text: string, most: number): boolean => text !== '' && text.length <= most;

/** Reads `08.00-20.00`, `8 sampai 20`. */
function spanOf(text: string): { readonly from: string; readonly to: string } | undefined {
  const match = /^(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|s\/d|sd|sampai|to)\s*(\d{1,2})(?:[.:](\d{2}))?$/i.exec(
    text.trim(),
  );
  if (!match) return undefined;
  const [, fromHour = '', fromMinute = '00', toHour = '', toMinute = '00'] = match;
  const from = `${fromHour.padStart(2, '0')}:${fromMinute}`;
  const to = `${toHour.padStart(2, '0')}:${toMinute}`;
  const right = [from, to].every((time) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) && from !== to;
  return right ? { from, to } : undefined;
}

function wordsOf(profile: ProfileFields, apa: ShopField): string {
  const { contact, address, open, quiet } = profile;
  const values: Readonly<Record<ShopField, string>> = {
    nama: profile.name,
    sapaan: profile.greeting,
    hp: contact.phone === '' ? '' : showPhone(contact.phone),
    email: contact.email,
    jalan: address.street,
    kota: address.city,
    provinsi: address.province,
    buka: `${open.from} - ${open.to}`,
    tenang: `${quiet.from} - ${quiet.to}`,
  };
  return values[apa];
}

/** What of the shop can be changed, for a list. */
export const shopFields =
  ({ house }: Pick<Deps, 'house'>): List =>
  ({ language }) => {
    const say = sayIn(house, language);
    return Promise.resolve(
      SHOP_FIELDS.map((field) => ({ value: field, label: say(`toko.profil.${field}`), words: [field] })),
    );
  };
