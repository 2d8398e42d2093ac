import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/core/language.ts';
import { say } from '../../../src/dialogue/texts.ts';
import { loadStatus, type Tell } from '../../../src/notices/status.ts';
import { TELLABLE } from '../../../src/notices/tellable.ts';
import { type CaseFacts, caseValues } from '../../../src/notices/tellers/case-values.ts';
import { tidyText } from '../../../src/notices/tidy-text.ts';
import { CASE_STATES, type Case } from '../../../src/shop/cases/case.ts';
import { CASE_ENTRIES, UNTOLD } from '../../../src/shop/cases/told.ts';
import type { NoticeBody } from '../../../src/shop/history.ts';
import { anOrder } from '../../support/an-order.ts';
import { noticeHouse } from '../../support/notice-house.ts';
import { hours, inState } from '../shop/cases/a-case.ts';

const house = noticeHouse();
const status = loadStatus('flows', house.texts, TELLABLE).case ?? {};
const SECRET = 'Gudang Rahasia';
const ACCOUNT = { bank: 'BCA', number: '9988776655', holder: 'Siti Aminah', confirmedAt: hours(1) };
const FACTS: CaseFacts = {
  order: anOrder(),
  returnTo: 'Toko Melati\nJl. Kenanga 1\nKota Depok',
  supplierName: SECRET,
  decideHours: 48,
  asked: 'sup-1',
};

const body = (event: string, more: Partial<NoticeBody> = {}): NoticeBody => ({
  about: 'case',
  code: 'K7M2QX',
  n: 5,
  event,
  data: { until: hours(48).toISOString(), supplier: 'sup-1', k: 0 },
  ...more,
});

function read(one: Case, event: string, tell: Tell, language: 'id' | 'en' = 'id', facts = FACTS): string {
  const values = caseValues(house, one, body(event, { reason: 'bekas pakai' }), facts, language, tell.to);
  return tidyText(say(house.texts, tell.text ?? '', language, values));
}

function toCustomer(one: Case, event: string, facts = FACTS): string {
  const tell = status[event]?.find(({ to }) => to === 'customer');
  if (!tell) throw new Error(`no customer is told of ${event}`);
  return read(one, event, tell, 'id', facts);
}

describe('what customers read of their complaint', () => {
  it('says what is agreed, where the goods go back to, until when, and who pays for it', () => {
    const one = inState('awaiting-return');
    expect(
      toCustomer(one, 'approve_return'),
    ).toBe(`Kabar baik Kak Siti, komplain ${one._id} kami setujui: uang kembali semua.
Mohon barangnya dikirim balik paling lambat Rab 25 Nov 12.00 WIB ke:
Toko Melati
Jl. Kenanga 1
Kota Depok

Ongkirnya kami yang ganti, simpan struknya ya.
Setelah dikirim, isi nomor resinya di sini ya Kak.`);
  });

  it('promises the address where the shop has not said where it is', () => {
    const text = toCustomer(inState('awaiting-return'), 'approve_return', { ...FACTS, returnTo: '' });
    expect(text).toContain('Alamatnya kami kirim di sini sebentar lagi.');
  });

  it.each<[string, Case, string]>([
    ['nobody knows where the money goes', inState('resolving', { destination: undefined }), 'nomor rekening'],
    ['the account is known', inState('resolving'), 'kami kirim ke BCA ...7890'],
    ['goods are sent', inState('replacement-sent'), 'ditukar barang baru'],
  ])('says what comes next when %s', (_, one, words) => {
    expect(toCustomer(one, 'approve')).toContain(words);
  });

  it('tells every step that a person waits for', () => {
    for (const event of [
      'submit',
      'ask_evidence',
      'approve',
      'approve_return',
      'reject',
      'pay_refund',
      'ship_replacement',
    ])
      expect(status[event]?.some(({ to }) => to === 'customer')).toBe(true);
  });
});

describe('every text about a case', () => {
  const told = CASE_ENTRIES.filter((entry) => !UNTOLD.has(entry));

  it('is there for each entry that is told', () => {
    expect(told.filter((entry) => (status[entry] ?? []).length === 0)).toEqual([]);
  });

  it.each(told.flatMap((entry) => LANGUAGES.map((language) => [entry, language] as const)))(
    'is whole in each state, and shows the customer neither supplier nor account: %s in %s',
    (entry, language) => {
      for (const tell of status[entry] ?? []) {
        if (tell.text === undefined) continue;
        for (const state of CASE_STATES) {
          const text = read(inState(state, { destination: ACCOUNT }), entry, tell, language);
          expect(text).not.toMatch(/undefined|\[object|[{}]|: $/m);
          if (tell.to === 'owner') continue;
          expect(text).not.toContain(SECRET);
          expect(text).not.toContain(ACCOUNT.number);
        }
      }
    },
  );
});
