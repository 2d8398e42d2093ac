import { readCode } from '../core/ids.ts';
import { foldText } from '../core/text.ts';
import { type CourierCode, readCourier } from './courier.ts';
import { readResi } from './resi.ts';
import { plainWords } from './words.ts';
import { readYesNo } from './yes-no.ts';

/** What a supplier says about one purchase. */
export interface SupplierAnswer {
  /** The purchase it names; absent when the chat must tell (a quote, the only open one). */
  readonly code?: string;
  readonly answer: 'ok' | 'empty' | 'packed' | 'resi';
  /** What is empty, in the supplier's words, when it is not everything. */
  readonly items?: readonly string[];
  readonly courier?: CourierCode;
  /** Absent on a `resi` that says "sent" without a number. */
  readonly number?: string;
  /** Whose format the number has, when no courier was named. */
  readonly guesses?: readonly CourierCode[];
}

/** Tells whether a word is a purchase's code. */
export type IsCode = (word: string) => boolean;

/** Reads a supplier's message, also several answers pasted at once; a question or small talk gives none. */
export function readSupplierReply(text: string, isCode: IsCode = isPurchaseCode): readonly SupplierAnswer[] {
  const answers: SupplierAnswer[] = [];
  let heading: CourierCode | undefined;
  for (const { codes, text: said } of pieces(text, isCode)) {
    heading = codes.length === 0 ? (headingOf(said) ?? heading) : heading;
    const answer = withHeading(readAnswer(said), heading);
    if (answer === undefined) continue;
    if (codes.length === 0) answers.push(answer);
    for (const code of codes) answers.push({ code, ...answer });
  }
  return answers;
}

// `JNE` on a line of its own: all numbers below it are JNE's.
function headingOf(text: string): CourierCode | undefined {
  return text.trim().split(/\s+/).length <= 3 && !/\d{5}/.test(text) ? readCourier(text)?.courier : undefined;
}

function withHeading(answer: SupplierAnswer | undefined, courier: CourierCode | undefined): SupplierAnswer | undefined {
  if (answer?.number === undefined || answer.courier !== undefined || courier === undefined) return answer;
  const { guesses, ...rest } = answer;
  return guesses === undefined || guesses.length === 0 || guesses.includes(courier) ? { ...rest, courier } : answer;
}

interface Piece {
  readonly codes: readonly string[];
  readonly text: string;
}

// A line (or what stands between slashes) is one answer; a line with only a code belongs to the next one, and several codes in
// one line each have their own words, or share those behind the last.
function pieces(text: string, isCode: IsCode): readonly Piece[] {
  const found: Piece[] = [];
  let waiting: string[] = [];
  for (const line of text.split(/\n|;|\s\/+\s|(?<=\S)\s*\|\s*/)) {
    const parts = splitAtCodes(line, isCode);
    for (const part of parts) {
      const codes = [...waiting, ...part.codes];
      if (part.text.replace(/[^\p{L}\p{N}👍✅]/gu, '') === '') waiting = [...codes];
      else {
        found.push({ codes, text: part.text });
        waiting = [];
      }
    }
  }
  return found;
}

function splitAtCodes(line: string, isCode: IsCode): readonly Piece[] {
  const codes = [...line.matchAll(/[A-Za-z0-9]{6}(?![A-Za-z0-9])/g)].filter(
    (match) => isWordStart(line, match.index) && isCode(match[0]),
  );
  const [first] = codes;
  if (first === undefined) return line.trim() === '' ? [] : [{ codes: [], text: line }];
  const before = line.slice(0, first.index);
  const plain = (text: string): string => text.replace(/^[\s:=\-–>,.#]+|[\s:=\-–>,#]+$/g, '');
  if (codes.length === 1)
    return [{ codes: [first[0].toUpperCase()], text: plain(`${before} ${line.slice(first.index + 6)}`) }];
  return codes.map((code, at) => {
    const end = codes[at + 1]?.index ?? line.length;
    return { codes: [code[0].toUpperCase()], text: plain(line.slice(code.index + 6, end)) };
  });
}

const isWordStart = (line: string, at: number): boolean => at === 0 || !/[A-Za-z0-9]/.test(line[at - 1] ?? '');

/** True for a purchase's code; a word of small letters only is a word, even where its check character happens to fit. */
const isPurchaseCode = (word: string): boolean =>
  readCode(word) !== undefined && (/\d/.test(word) || word === word.toUpperCase());

const EMPTY =
  /\b(?:kosong|habis|sold out|out of stock|oos|empty|discontinue|discontinued|tidak (?:ada|bisa|punya)|belum (?:ada stok|restok|restock|ada)|nunggu restock?|restok dulu|ditolak|tolak|stop produksi|cancel|batal)\b/;
const NOT_EMPTY = /\b(?:tidak|belum|bukan) (?:kosong|habis|cancel|batal)\b/;
const PACKED =
  /\b(?:dikemas|packing|dipacking|packed|siap kirim|siap dikirim|siap pickup|siap di pickup|ready to ship|tinggal kirim|menunggu kurir|tunggu kurir|nunggu kurir)\b/;
const SENT = /\b(?:dikirim|terkirim|kirim|diambil kurir|dipickup|pickup|di pick up|jalan|resi menyusul|diserahkan)\b/;
const OK =
  /\b(?:ok|oke|okey|okay|siap|sip|ada|bisa|diproses|acc|diterima|terima|lanjut|gas|aman|masuk|noted|lengkap|dikerjakan|terkonfirmasi|konfirm)\b/;
const AGREES = /👍|✅|👌/u;
const NOT_YET = /\b(?:belum|nanti|ntar|besok|tunggu|sabar|menunggu)\b/;

function readAnswer(text: string): SupplierAnswer | undefined {
  const resi = readResi(text);
  const { courier, guesses } = resi;
  if (resi.number !== undefined) {
    return { answer: 'resi', number: resi.number, ...(courier === undefined ? { guesses } : { courier }) };
  }
  // A question is no answer, but what stands before it may be: `hitam kosong, navy mau?`
  const told = text.replace(/[^,.!?\n]*\?/g, ' ').trim();
  if (told === '') return undefined;
  const words = plainWords(told).join(' ');
  if (EMPTY.test(words) && !NOT_EMPTY.test(words) && !/\bbelum ada (?:resi|nomor)\b/.test(words)) {
    const items = emptyItems(told);
    return { answer: 'empty', ...(items.length > 0 && { items }) };
  }
  if (PACKED.test(words))
    return /\b(?:belum|tidak) (?:di)?(?:kemas|packing)/.test(words) || /^belum\b/.test(words)
      ? undefined
      : { answer: 'packed' };
  if (
    SENT.test(words) &&
    !NOT_YET.test(words) &&
    /\b(?:sudah|resi menyusul|tadi|barusan|otw)\b|^dikirim\b/.test(words)
  ) {
    return { answer: 'resi', ...(courier !== undefined && { courier }) };
  }
  if (NOT_EMPTY.test(words) || readYesNo(told) === 'yes' || AGREES.test(told)) return { answer: 'ok' };
  return OK.test(words) && !NOT_YET.test(words) && !/\b(?:tidak|resi|libur|tutup|kapan)\b/.test(words)
    ? { answer: 'ok' }
    : undefined;
}

const TALK = new Set(
  `kak ka min gan bos bosku sis maaf mohon ya yg yang stok stock stoknya semua semuanya lagi udah sudah sdh aja dulu ini itu nya lg barang
  barangnya pesanan order orderan ok oke tapi sayangnya ternyata hari dan sama utk untuk size ukuran warna no po nomor kosong habis sold out
  varian nih deh bu pak saat kalo kalau cuma doang sisanya lainnya ready ada lain bisa siap aman baru stoke dari pusat mbak mas gudang cancel batal batalin nanti besok`.split(
    /\s+/,
  ),
);

// `kaos hitam L kosong, sisanya ada`: the words right before "kosong" name what is empty.
function emptyItems(text: string): readonly string[] {
  const found: string[] = [];
  for (const clause of text.split(/[,.;\n]|\b(?:tapi|tp|sisanya|lainnya|selain itu|yang lain)\b/i)) {
    const cut =
      /^(.*?)\b(?:kosong|habis|abis|sold ?out|out of stock|ga ada|gak ada|tidak ada|nggak ada|ngga ada|gk ada|tdk ada)\b(.*)$/i.exec(
        clause,
      );
    if (cut === null) continue;
    const words = `${cut[1] ?? ''} ${/^\s*(?:yg|yang)?\s/i.test(cut[2] ?? '') ? (cut[2] ?? '') : ''}`
      .split(/\s+/)
      .filter((word) => word !== '');
    const kept = words.filter(
      (word, at) => !TALK.has(foldText(word)) || (/^(size|ukuran|warna)$/i.test(word) && words[at + 1] !== undefined),
    );
    const named = kept
      .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
      .filter((word) => word !== '');
    if (named.some((word) => !/^(size|ukuran|warna)$/i.test(word))) found.push(named.join(' '));
  }
  return found;
}
