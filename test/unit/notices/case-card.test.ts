import { describe, expect, it } from 'vitest';
import { createCaseCard } from '../../../src/notices/cards/case-card.ts';
import { caseMoves } from '../../../src/notices/tellers/case-offers.ts';
import { CASE_STATES, type Case } from '../../../src/shop/cases/case.ts';
import { refusalOf } from '../../../src/shop/cases/next.ts';
import { anOrder } from '../../support/an-order.ts';
import { noticeHouse } from '../../support/notice-house.ts';
import { aCase, DESTINATION, inState, NOON, OWNER, RULES, VERDICT } from '../shop/cases/a-case.ts';

const house = noticeHouse();

async function draw(one: Case, to: 'owner' | 'customer' = 'owner') {
  const card = createCaseCard({
    ...house,
    cases: {
      find: () => Promise.resolve(one),
      mayNot: (it, event, by) => refusalOf(it, event, { by, now: NOON, rules: RULES }),
    },
    orders: { find: () => Promise.resolve(anOrder()) },
    supplierName: () => Promise.resolve('Gudang Bandung'),
  });
  const drawn = await card(one._id, 'id', to);
  return { text: drawn?.text ?? '', verbs: (drawn?.choices ?? []).map(({ tap }) => tap.verb) };
}

describe("the owner's card of a case", () => {
  it('is read at a glance while it waits for a decision', async () => {
    const one = aCase({ verdict: { ...VERDICT, evidenceComplete: false, findings: ['in-window', 'video-missing'] } });
    expect((await draw(one)).text).toBe(
      `🛟 ${one._id} · perlu diputuskan
Pesanan ${one.order}, Siti Aminah, 0812-3456-7890
1 x Tas · Rp50.000 · Gudang Bandung
Rusak atau pecah → maunya uang kembali semua
“talinya putus”
1 foto · ongkir balik dari toko
✅ masih dalam batas (sampai Kam 26 Nov 00.00 WIB)
⚠️ tanpa video buka paket`,
    );
  });

  it('says who decided what and when, and where the money goes; what was weighed before is gone', async () => {
    const { text } = await draw(inState('resolving'));
    expect(text).toContain('👍 Disetujui Rina, Sen 23 Nov 12.00 WIB: uang kembali semua.');
    expect(text).toContain(`💰 Kirim Rp50.000 ke BCA ${DESTINATION.number} a.n. Siti Aminah`);
    expect(text).not.toContain('masih dalam batas');
  });

  it('is for the shop only', async () => {
    expect(await draw(aCase(), 'customer')).toEqual({ text: '', verbs: [] });
  });

  it.each<[string, Case, readonly string[], readonly string[]]>([
    [
      'waiting for evidence',
      inState('awaiting-evidence'),
      ['kasus-periksa', 'kasus-tutup'],
      ['kasus-setuju', 'kasus-foto'],
    ],
    [
      'in review',
      aCase(),
      ['kasus-setuju', 'kasus-tolak', 'kasus-bukti', 'kasus-klaim', 'kasus-foto'],
      ['kasus-bayar'],
    ],
    ['above the limit', inState('awaiting-second'), ['kasus-setuju-lagi', 'kasus-tolak'], ['kasus-setuju']],
    [
      'to be sent back',
      inState('awaiting-return'),
      ['kasus-tiba', 'kasus-simpan-saja', 'kasus-resi-retur'],
      ['kasus-layak'],
    ],
    ['on its way back', inState('sent-back'), ['kasus-tiba'], ['kasus-resi-retur', 'kasus-tutup']],
    ['back', inState('arrived'), ['kasus-layak', 'kasus-cela'], ['kasus-tiba', 'kasus-bayar']],
    ['back with a fault', inState('inspected'), ['kasus-lanjut', 'kasus-tolak'], ['kasus-layak']],
    ['to be refunded', inState('resolving'), ['kasus-bayar', 'kasus-ganti'], ['kasus-kirim', 'kasus-rekening']],
    ['without an account', inState('resolving', { destination: undefined }), ['kasus-rekening'], ['kasus-bayar']],
    ['over', inState('completed'), ['lihat'], ['kasus-bayar', 'kasus-tutup', 'kasus-ganti']],
  ])('offers what can be done: %s', async (_, one, offered, not) => {
    const { verbs } = await draw(one);
    expect(verbs).toEqual(expect.arrayContaining([...offered]));
    expect(verbs.filter((verb) => not.includes(verb))).toEqual([]);
  });

  it.each(CASE_STATES)('shows no button that would be refused: %s', async (state) => {
    const one = inState(state);
    const { verbs } = await draw(one);
    const refused = verbs.filter((verb) => {
      const event = caseMoves(one)[verb];
      return event !== undefined && refusalOf(one, event, { by: OWNER, now: NOON, rules: RULES }) !== undefined;
    });
    expect(refused).toEqual([]);
  });
});
