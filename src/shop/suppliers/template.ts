import type { Language } from '../../core/language.ts';

/** What a supplier's text may name. Never a price of the customer's, a margin, or another supplier. */
export const PLACEHOLDERS = [
  'kode',
  'barang',
  'penerima',
  'hp',
  'alamat',
  'kurir',
  'pengirim',
  'hp_pengirim',
  'catatan',
  'cod',
  'modal',
  'tanggal',
] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];
export type TemplateValues = Readonly<Record<Placeholder, string>>;

/** What the shop writes to suppliers in its own words. */
export interface OwnWords {
  /** For suppliers that asked for no text of theirs. */
  readonly template: string;
  /** Stands before what is written on the card of a gift. */
  readonly gift: string;
}

/** The shop's own words in each language it may speak. */
export const OWN_WORDS: Readonly<Record<Language, OwnWords>> = {
  id: {
    template: `ORDER {kode}

{barang}

Penerima: {penerima}
HP: {hp}
Alamat: {alamat}

Kurir: {kurir}
Pengirim: {pengirim} ({hp_pengirim})
COD: {cod}
Catatan: {catatan}`,
    gift: 'Hadiah, tanpa harga. Kartu:',
  },
  en: {
    template: `ORDER {kode}

{barang}

Receiver: {penerima}
Phone: {hp}
Address: {alamat}

Courier: {kurir}
Sender: {pengirim} ({hp_pengirim})
COD: {cod}
Note: {catatan}`,
    gift: 'A gift, no prices. Card:',
  },
};

/** Fills a supplier's text. A line whose placeholders are all empty is left out, so no "Catatan:" stands there alone. */
export function fillTemplate(template: string, values: TemplateValues): string {
  const lines = template.split('\n').flatMap((line) => {
    const named = [...line.matchAll(/\{(\w+)\}/g)].flatMap((match) => placeholder(match[1]) ?? []);
    if (named.length > 0 && named.every((name) => values[name] === '')) return [];
    const filled = line.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const known = placeholder(name);
      return known === undefined ? whole : values[known];
    });
    return [filled.replace(/ \(\)/g, '').trimEnd()];
  });
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Placeholders that a text names and nobody fills. */
export const unknownPlaceholders = (template: string): string[] =>
  [...template.matchAll(/\{(\w+)\}/g)].flatMap(([whole, name]) => (placeholder(name) === undefined ? [whole] : []));

const placeholder = (name: string | undefined): Placeholder | undefined => PLACEHOLDERS.find((known) => known === name);
