import type { Language } from '../../core/language.ts';
import type { Filled } from '../../dialogue/talk.ts';
import type { Case } from '../../shop/cases/case.ts';
import type { NoticeBody } from '../../shop/history.ts';
import type { Order } from '../../shop/orders/order.ts';
import { firstName } from '../first-name.ts';
import { type HouseWords, type Say, sayIn } from '../house-words.ts';
import type { Tell } from '../status.ts';
import { type CaseWords, caseGoods, caseWords } from './case-words.ts';
import { dataOf } from './notice-data.ts';

/** Names that a text about a case may use, whoever it is for. */
export const CASE_VALUES = [
  'toko',
  'kode',
  'pesanan',
  'nama',
  'barang',
  'alasan',
  'cara',
  'jumlah',
  'sebab',
  'sampai',
  'kurang',
  'tujuan',
  'resi-retur',
  'resi-pengganti',
  'alamat-retur',
  'kirim-ke',
  'ongkir-retur',
  'langkah',
  'lama',
] as const;
/** Names that only a text for the owner may use. */
export const CASE_OWNER_VALUES = [
  'cerita',
  'kata-banding',
  'berkas',
  'rekening',
  'pemasok',
  'klaim',
  'sejak',
  'ke',
] as const;
/** Names that a text for a supplier may use: goods of its own, what is wrong with them, what the owner wrote. */
export const CASE_SUPPLIER_VALUES = ['toko', 'kode', 'pesanan', 'barang', 'alasan', 'catatan'] as const;

/** What is looked up beside the case for its texts. */
export interface CaseFacts {
  readonly order: Order | undefined;
  /** Where goods are sent back to, a line each; empty where the shop has not said. */
  readonly returnTo: string;
  readonly supplierName: string;
  /** Hours within which the shop promises to decide. */
  readonly decideHours: number;
  /** The supplier that a text is for. */
  readonly asked?: string | undefined;
}

/** The values for the texts about a case's entry. */
export function caseValues(
  house: HouseWords,
  one: Case,
  body: NoticeBody,
  facts: CaseFacts,
  language: Language,
  to: Tell['to'],
): Filled {
  if (to === 'supplier') return supplierValues(house, one, body, facts, language);
  const say = sayIn(house, language);
  const words = caseWords(house, one, language);
  const data = dataOf(body);
  const values = {
    toko: house.shop().name,
    kode: one._id,
    pesanan: one.order,
    nama: firstName(facts.order?.recipient.recipient ?? ''),
    barang: words.goods,
    alasan: words.reason,
    cara: words.remedy(one.decision?.remedy),
    jumlah: data.amount ?? one.refund?.amount ?? 0,
    sebab: words.because(body.reason ?? one.decision?.reason ?? '-'),
    sampai: words.time(data.until),
    kurang: missingWords(one, say),
    tujuan: words.masked,
    'resi-retur': words.sentBack,
    'resi-pengganti': words.replacement,
    'alamat-retur': facts.returnTo,
    'kirim-ke': say(facts.returnTo === '' ? 'case.kirim-nanti' : 'case.kirim-ke', {
      sampai: words.time(data.until),
      alamat: facts.returnTo,
    }),
    'ongkir-retur': say(`case.ongkir-retur-${one.sendBack?.pays ?? 'shop'}`),
    langkah: nextStep(one, words, say),
    lama: facts.decideHours,
  };
  if (to !== 'owner') return values;
  return {
    ...values,
    cerita: one.words,
    'kata-banding': one.appealed?.words ?? '',
    berkas: one.evidence.length,
    rekening: words.account,
    pemasok: facts.supplierName,
    klaim: claimWords(one, data.supplier, facts.supplierName, words, say),
    sejak: words.time(one.since),
    ke: (data.k ?? 0) + 1,
  };
}

/** What the customer can expect or has to do next, once it is agreed how things are put right. */
function nextStep(one: Case, words: CaseWords, say: Say): string {
  if (one.state === 'awaiting-second') return '';
  if (!one.refund) return say('case.langkah-kirim', { cara: words.remedy(one.decision?.remedy) });
  const amount = { jumlah: one.refund.amount };
  return one.destination?.confirmedAt
    ? say('case.langkah-transfer', { ...amount, tujuan: words.masked })
    : say('case.langkah-rekening', amount);
}

/** What became of the claim on a supplier. */
export function claimWords(one: Case, supplier: string | undefined, name: string, words: CaseWords, say: Say): string {
  const claim = one.supplierClaims.find((other) => other.supplier === supplier);
  if (!claim) return '';
  const { state, at, note = '', amount = 0 } = claim;
  return say(`case.kartu.klaim-${state}`, {
    pemasok: name,
    waktu: words.time(at),
    jumlah: amount,
    catatan: note,
  }).trim();
}

const missingWords = (one: Case, say: Say): string =>
  (one.verdict?.missing ?? []).map((what) => say(`case.bukti-${what}`)).join(', ');

function supplierValues(
  house: HouseWords,
  one: Case,
  body: NoticeBody,
  { asked }: CaseFacts,
  language: Language,
): Filled {
  const own = one.lines.filter(({ supplier }) => supplier === asked);
  return {
    toko: house.shop().name,
    kode: one._id,
    pesanan: one.order,
    barang: own.map(caseGoods).join('\n'),
    alasan: sayIn(house, language)(`komplain.alasan-${one.reason}`),
    catatan: dataOf(body).note ?? '',
  };
}
