import type { OutMessage } from '../../channels/channel.ts';
import { readCode } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import { rupiah } from '../../core/money.ts';
import { showPhone } from '../../core/phone.ts';
import { cutText } from '../../core/text.ts';
import type { Case } from '../../shop/cases/case.ts';
import type { Cases } from '../../shop/cases/cases.ts';
import { goodsValue } from '../../shop/cases/verdict.ts';
import type { Order } from '../../shop/orders/order.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import { type HouseWords, type Say, sayIn } from '../house-words.ts';
import { claimWords } from '../tellers/case-values.ts';
import { type CaseWords, caseGoods, caseWords } from '../tellers/case-words.ts';
import type { Card } from '../told.ts';
import { caseChoices } from './case-choices.ts';

export interface CaseCardDeps extends HouseWords {
  readonly cases: Pick<Cases, 'find' | 'mayNot'>;
  readonly orders: Pick<Orders, 'find'>;
  supplierName(id: string): Promise<string>;
}

/** Creates the owner's card of a complaint or retur, edited through its life. */
export function createCaseCard(deps: CaseCardDeps): Card {
  return async (text, language, to) => {
    const code = readCode(text);
    const one = code && (await deps.cases.find(code));
    if (!one || to !== 'owner') return undefined;
    const suppliers = new Map<string, string>();
    for (const id of one.suppliers) suppliers.set(id, await deps.supplierName(id));
    return caseCard(deps, one, await deps.orders.find(one.order), suppliers, language);
  };
}

/** As much of the customer's story as a card has room for; the whole of it is in the alert. */
const STORY = 300;

function caseCard(
  deps: CaseCardDeps,
  one: Case,
  order: Order | undefined,
  suppliers: ReadonlyMap<string, string>,
  language: Language,
): OutMessage {
  const say = sayIn(deps, language);
  const words = caseWords(deps, one, language);
  const lines = [
    say('case.kartu.judul', { kode: one._id, tahap: say(`case.tahap-${one.state}`) }),
    whoLine(one, order, say),
    ...one.lines.map(
      (line) => `${caseGoods(line)} · ${rupiah(line.price * line.quantity)} · ${suppliers.get(line.supplier) ?? '-'}`,
    ),
    wishLine(one, words, say),
    one.words === '' ? '' : say('case.kartu.cerita', { cerita: cutText(one.words, STORY) }),
    one.appealed ? say('case.kartu.banding', { kata: cutText(one.appealed.words, STORY) }) : '',
    ...(UNDECIDED.has(one.state) ? [rulesLine(one, say), ...warnings(one, words, say)] : []),
    decisionLine(one, words, say),
    ...progressLines(one, words, say),
    ...claimLines(one, suppliers, words, say),
  ];
  const choices = caseChoices(deps.cases, one, say);
  return {
    text: lines.filter((line) => line !== '').join('\n'),
    about: one._id,
    ...(choices.length > 0 && { choices }),
  };
}

function whoLine({ order: code }: Case, order: Order | undefined, say: Say): string {
  const { recipient = '', phone = '' } = order?.recipient ?? {};
  const who = [recipient, phone && showPhone(phone)].filter(Boolean).join(', ');
  return say('case.kartu.pesanan', { kode: code, siapa: who === '' ? '-' : who });
}

function wishLine({ wish }: Case, words: CaseWords, say: Say): string {
  return wish === undefined ? words.reason : say('case.kartu.mau', { alasan: words.reason, mau: words.remedy(wish) });
}

/** States in which what speaks for and against is still being weighed. */
const UNDECIDED: ReadonlySet<Case['state']> = new Set(['awaiting-evidence', 'in-review', 'awaiting-second']);

// What speaks for and against, so that the owner need not count days or look the rules up.
function rulesLine({ verdict, evidence, lines }: Case, say: Say): string {
  if (!verdict) return '';
  const shown = (kind: string): number => evidence.filter((one) => one.kind === kind).length;
  const counts = (['photo', 'video', 'document'] as const)
    .filter((kind) => shown(kind) > 0)
    .map((kind) => say(`case.kartu.ada-${kind}`, { jumlah: shown(kind) }));
  const value = goodsValue(lines);
  const parts = [
    counts.length > 0 ? counts.join(', ') : say('case.kartu.tanpa-bukti'),
    verdict.sendBack ? say(`case.kartu.ongkir-${verdict.pays}`) : say('case.kartu.tanpa-kirim', { jumlah: value }),
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

const warnings = ({ verdict }: Case, words: CaseWords, say: Say): string[] =>
  (verdict?.findings ?? []).map((finding) =>
    say(`case.kartu.temuan-${finding}`, { sebab: verdict?.because ?? '-', sampai: words.time(verdict?.until) }),
  );

function decisionLine({ decision }: Case, words: CaseWords, say: Say): string {
  if (!decision) return '';
  const { what, by, at, reason, remedy, second } = decision;
  const line = say(`case.kartu.putus-${what}`, {
    siapa: by.name ?? say('card.rumah'),
    waktu: words.time(at),
    cara: words.remedy(remedy),
    alasan: words.because(reason ?? ''),
  }).replace(/[: ]+$/, '');
  return second
    ? `${line}\n${say('case.kartu.kedua', { siapa: second.by.name ?? '-', waktu: words.time(second.at) })}`
    : line;
}

function progressLines(one: Case, words: CaseWords, say: Say): string[] {
  const { sendBack, inspection, refund, replacement } = one;
  return [
    sendBack?.sent ? say('case.kartu.retur', { resi: words.sentBack }) : '',
    sendBack?.arrivedAt ? say('case.kartu.tiba', { waktu: words.time(sendBack.arrivedAt) }) : '',
    inspection ? say(inspection.fit ? 'case.kartu.layak' : 'case.kartu.cela', { catatan: inspection.note }) : '',
    refund ? refundLine(one, words, say) : '',
    replacement ? say('case.kartu.pengganti', { resi: words.replacement, waktu: words.time(replacement.at) }) : '',
  ];
}

function refundLine({ refund, destination }: Case, words: CaseWords, say: Say): string {
  const amount = { jumlah: refund?.amount ?? 0, tujuan: words.account, waktu: words.time(refund?.paidAt) };
  if (refund?.paidAt) return say('case.kartu.refund-dibayar', amount);
  if (!destination) return say('case.kartu.refund-tanpa-rekening', amount);
  return say(destination.confirmedAt ? 'case.kartu.refund' : 'case.kartu.refund-belum-pasti', amount);
}

const claimLines = (one: Case, suppliers: ReadonlyMap<string, string>, words: CaseWords, say: Say): string[] =>
  one.supplierClaims.map(({ supplier }) => claimWords(one, supplier, suppliers.get(supplier) ?? supplier, words, say));
