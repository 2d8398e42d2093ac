import { readCode } from '../core/ids.ts';
import { LANGUAGES, type Language } from '../core/language.ts';
import type { Texts } from '../dialogue/texts.ts';

/** Areas of texts that are ready reasons: an answer that was picked, not words that somebody wrote. */
const READY = ['owner.sebab-', 'case.sebab-', 'batal.alasan-', 'komplain.alasan-', 'card.sebab-'] as const;

/**
 * A reason as its reader understands it. A document keeps the words that were picked, in the language of who picked them; a
 * ready reason is said again in the reader's. What somebody wrote themselves stays as it is.
 */
export function reasonIn({ texts }: { readonly texts: Texts }, language: Language, reason: string): string {
  const [name = '', code = ''] = reason.split(' ');
  // A refund of a complaint is written down as why and which.
  const complaint = readCode(code) === undefined ? undefined : texts.find(`komplain.alasan-${name}`, language);
  if (complaint !== undefined && reason === `${name} ${code}`) return `${complaint} (${code})`;
  const own = texts.find(`card.sebab-${reason}`, language);
  const key = own === undefined ? readyKeys(texts).get(reason) : undefined;
  return own ?? (key === undefined ? undefined : texts.find(key, language)) ?? reason;
}

const KNOWN = new WeakMap<Texts, ReadonlyMap<string, string>>();

// The files of texts do not change while the house stands, so they are looked through once.
function readyKeys(texts: Texts): ReadonlyMap<string, string> {
  const known = KNOWN.get(texts);
  if (known !== undefined) return known;
  const keys = texts.keys.filter((key) => READY.some((area) => key.startsWith(area)));
  const found = new Map(keys.flatMap((key) => LANGUAGES.map((language) => [texts.find(key, language) ?? '', key])));
  KNOWN.set(texts, found);
  return found;
}
