import { createHash, randomBytes } from 'node:crypto';

declare const brand: unique symbol;
type Branded<T, Name extends string> = T & { readonly [brand]: Name };

/** The key of an effect, made from its cause: same cause, same key, on every try. */
export type Key = Branded<string, 'Key'>;
/** `<channel>/<account>/<person>`: the id of a chat document. */
export type ChatId = Branded<string, 'ChatId'>;
/** A customer as the shop knows them, whatever they write from. */
export type PersonId = Branded<string, 'PersonId'>;
/** Six characters without look-alikes, the last one a check character: orders, purchases, cases, payments, role codes. */
export type Code = Branded<string, 'Code'>;
/** The sha256 of a stored file, in hex. */
export type FileId = Branded<string, 'FileId'>;

// 29 characters (a prime, so that every wrong character and every swap of neighbours shows in the check character), none
// of which a person mishears or misreads for another: no 0 O, 1 I L, S (read as 5), B (read as 8).
const ALPHABET = '23456789ACDEFGHJKMNPQRTUVWXYZ';
const SIZE = ALPHABET.length;
const WEIGHTS = [1, 2, 3, 4, 5];

/** Builds a key from the parts of its cause, joined by `/`. */
export const keyOf = (...parts: readonly (string | number)[]): Key => parts.join('/') as Key;

/** Takes a stored or received text as the key it was written as. */
export const asKey = (text: string): Key => text as Key;
export const asChatId = (text: string): ChatId => text as ChatId;
export const asPersonId = (text: string): PersonId => text as PersonId;
export const asFileId = (text: string): FileId => text as FileId;

/** The sha256 of bytes or text, in hex. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** A short hash for the inside of keys: 16 hex digits. */
export const shortHash = (data: string): string => sha256(data).slice(0, 16);

/**
 * The code that a cause stands for: the same cause and try give the same code, so a repeated turn finds its own document.
 * A code that another cause holds already is answered by the next `attempt`.
 */
export function codeOf(cause: Key, attempt = 0): Code {
  for (let round = 0; ; round++) {
    const digest = createHash('sha256').update(`${cause}#${attempt}#${round}`).digest();
    const body = Array.from({ length: 5 }, (_, i) => ALPHABET.charAt((digest[i] ?? 0) % SIZE)).join('');
    const code = body + checkCharacter(body);
    if (HAS_DIGIT.test(code)) return code as Code;
  }
}

// Every code has a digit, so that no ordinary word of six letters is ever read as one.
const HAS_DIGIT = /\d/;

/** Reads a code as a person typed it (any case, spaces or dashes between); undefined when its check character is wrong. */
export function readCode(text: string): Code | undefined {
  // Looked for before letters are taken for digits, or "status" might be one.
  if (!HAS_DIGIT.test(text)) return undefined;
  const plain = text.trim().toUpperCase().replace(/[\s-]/g, '').replaceAll('S', '5').replaceAll('B', '8');
  if (plain.length !== 6) return undefined;
  if (Array.from(plain).some((c) => !ALPHABET.includes(c))) return undefined;
  return checkCharacter(plain.slice(0, 5)) === plain[5] ? (plain as Code) : undefined;
}

/** A secret of 22 base64url characters, for role codes' evidence and links; never derived from anything. */
export const newSecret = (): string => randomBytes(16).toString('base64url');

function checkCharacter(body: string): string {
  const sum = Array.from(body).reduce((total, c, i) => total + ALPHABET.indexOf(c) * (WEIGHTS[i] ?? 1), 0);
  return ALPHABET.charAt(sum % SIZE);
}
