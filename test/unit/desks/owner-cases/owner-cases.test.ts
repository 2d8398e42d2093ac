import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCasesPort } from '../../../../src/desks/owner/cases/cases-port.ts';
import { POLICY } from '../../shop/cases/a-case.ts';
import { BUDI, type CaseDesk, openCaseDesk } from './a-case-desk.ts';

let desk: CaseDesk;
// One store for all: every test has an order and a complaint of its own.
beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const APPROVE = { cara: 'refund_penuh', balik: 'tidak' } as const;

describe('a decision', () => {
  it('is taken once and answered alike, however often the tap is repeated', async () => {
    const one = await desk.complaint();
    const at = desk.at();
    const first = await desk.does('approve-case', { kode: one._id, ...APPROVE }, at);
    const again = await desk.does('approve-case', { kode: one._id, ...APPROVE }, at);
    expect(again).toEqual(first);
    expect(desk.words(first)).toBe(`👍 ${one._id} disetujui: uang kembali semua. Pembeli dikabari.`);
    expect((await desk.now(one)).history.filter(({ event }) => event === 'approve')).toHaveLength(1);
  });

  it('of two owners at once is one; the other hears who decided what, and sees the case as it stands', async () => {
    const one = await desk.complaint();
    const outcomes = await Promise.all([
      desk.does('approve-case', { kode: one._id, ...APPROVE }),
      desk.does('reject-case', { kode: one._id, alasan: 'bekas pakai' }, desk.at({ chat: BUDI })),
    ]);
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['done', 'refused']);
    const late = outcomes.find(({ outcome }) => outcome === 'refused');
    expect(late && desk.words(late)).toMatch(
      /sudah (disetujui|ditolak) oleh Pemilik \d{4}, .* WIB\. Ini keadaannya sekarang:\n🛟/,
    );
  });

  it('is not taken by a button that is older than what the customer has shown since', async () => {
    const one = await desk.complaint();
    await desk.customer(one, { type: 'add_evidence', files: [await desk.photo('dari dekat')] });
    const old = await desk.does('reject-case', { kode: one._id, alasan: 'tidak terlihat', rev: one.rev });
    expect([old.outcome, desk.words(old).split('\n')[0]]).toEqual([
      'refused',
      `${one._id} berubah sejak tombol itu muncul (ada bukti baru). Ini yang terbaru:`,
    ]);
    const fresh = await desk.does('reject-case', {
      kode: one._id,
      alasan: 'bekas pakai',
      rev: (await desk.now(one)).rev,
    });
    expect(fresh.outcome).toBe('done');
  });

  it('is answered before anything is asked for it where it can no longer be taken', async () => {
    const one = await desk.complaint();
    const may = () => desk.does('case-may', { kode: one._id, langkah: 'kasus-setuju' });
    expect((await may()).outcome).toBe('yes');
    await desk.does('settle-case', { kode: one._id, alasan: 'sudah dijelaskan' });
    const late = await may();
    expect([late.outcome, desk.words(late)]).toEqual(['no', expect.stringContaining('sudah diselesaikan oleh')]);
  });

  it('says how much may go back at most', async () => {
    const one = await desk.complaint();
    const much = { kode: one._id, cara: 'refund_sebagian', jumlah: 900_000, balik: 'tidak' };
    const refused = await desk.does('approve-case', much);
    expect(desk.words(refused)).toMatch(
      new RegExp(`^${one._id}: paling banyak Rp6\\d\\.\\d{3} yang bisa dikembalikan\\.`),
    );
  });

  it('is asked where to send goods back to by a shop without an address, and the customer reads it', async () => {
    const one = await desk.complaint();
    const to = 'Budi, 081234567890, Jl. Kenanga 1, Depok 16415';
    const done = await desk.does('approve-case', { kode: one._id, cara: 'tukar', balik: 'ya-ke', alamat: to });
    expect(desk.words(done)).not.toContain('Alamat toko belum diisi');
    expect((await desk.caseRoom.find(one._id))?.sendBack?.to).toBe(to);
  });

  it('tells the owner where the shop has no address to send goods back to', async () => {
    const one = await desk.complaint();
    const done = await desk.does('approve-case', { kode: one._id, cara: 'tukar', balik: 'ya' });
    expect(desk.words(done)).toContain('Alamat toko belum diisi');
  });

  it.each(['K7M2QX', 'bukan kode'])('of a case that is not there is refused: %s', async (kode) => {
    const none = await desk.does('reject-case', { kode, alasan: '-' });
    expect([none.outcome, none.lines?.[0]?.text]).toEqual(['refused', 'case.tidak-ada']);
  });

  it('is found by the code of its order too', async () => {
    const one = await desk.complaint();
    expect((await desk.does('reject-case', { kode: one.order, alasan: 'bekas pakai' })).outcome).toBe('done');
  });
});

describe('a refund', () => {
  const approved = async () => {
    const one = await desk.complaint();
    await desk.does('approve-case', { kode: one._id, ...APPROVE });
    return one;
  };

  it('waits for the account, then shows where it goes, and is written down once', async () => {
    const one = await approved();
    const early = await desk.does('look-at-refund', { kode: one._id });
    expect(desk.words(early)).toContain('belum memberi nomor rekening');
    await desk.customer(one, desk.destination);
    const ready = await desk.does('look-at-refund', { kode: one._id });
    expect(desk.words(ready)).toBe('Kirim Rp50.000 ke BCA a.n. Siti Aminah, nomornya:\n1234567890');
    const at = desk.at();
    for (const _ of [1, 2]) await desk.does('pay-refund', { kode: one._id, nomor: '1234567890' }, at);
    const order = await desk.core.order(one.order);
    expect(order.refunds.map(({ amount }) => amount)).toEqual([50_000]);
    expect((await desk.now(one)).state).toBe('completed');
  });

  it('is not written down for another account than the one that was shown', async () => {
    const one = await approved();
    await desk.customer(one, desk.destination);
    await desk.customer(one, { ...desk.destination, number: '5550001112' });
    const paid = await desk.does('pay-refund', { kode: one._id, nomor: '1234567890' });
    expect([paid.outcome, paid.lines?.[0]?.text]).toEqual(['refused', 'case.tolak-destination-changed']);
    expect((await desk.now(one)).state).toBe('resolving');
  });

  it('of a customer without a chat goes where the owner was told', async () => {
    const one = await desk.complaint({ chat: undefined });
    const done = await desk.does('approve-case', { kode: one._id, ...APPROVE });
    expect(desk.words(done)).toContain('kabari sendiri');
    const given = { kode: one._id, bank: 'DANA', nomor: '0812-3456-7890', pemilik: 'Siti' };
    expect((await desk.does('give-account', given)).outcome).toBe('done');
    expect((await desk.does('look-at-refund', { kode: one._id })).outcome).toBe('ready');
  });

  it('of a customer with a chat waits until they have confirmed the account themselves', async () => {
    const one = await approved();
    const given = await desk.does('give-account', { kode: one._id, bank: 'BCA', nomor: '1234567890', pemilik: 'Siti' });
    expect(given.outcome).toBe('refused');
    expect((await desk.does('pay-refund', { kode: one._id })).outcome).toBe('refused');
  });
});

describe('goods that come back', () => {
  it('go through arrival and inspection; a fault leads to less money or a refusal', async () => {
    const one = await desk.complaint();
    await desk.does('approve-case', { kode: one._id, cara: 'refund_penuh', balik: 'ya' });
    await desk.does('note-return-resi', { kode: one._id, kurir: 'jne', resi: 'JX1234567890' });
    const arrived = await desk.does('goods-arrived', { kode: one._id });
    expect(arrived.lines?.[0]?.choices?.map(({ tap }) => tap.verb)).toEqual(['kasus-layak', 'kasus-cela']);
    await desk.does('goods-unfit', { kode: one._id, kata: 'ada noda' });
    await desk.does('resolve-anyway', { kode: one._id, alasan: 'dipotong noda', jumlah: 20_000 });
    const after = await desk.now(one);
    expect([after.state, after.refund?.amount, after.inspection?.note]).toEqual(['resolving', 20_000, 'ada noda']);
  });
});

describe('a claim on the supplier', () => {
  it('sends the pictures once, however often the turn is repeated', async () => {
    const one = await desk.complaint();
    const at = desk.at();
    const claim = { kode: one._id, pemasok: 'sup-1', catatan: 'mohon diganti' };
    for (const _ of [1, 2]) await desk.does('claim-from-supplier', claim, at);
    expect(desk.pushedAbout(one).map(({ message }) => message.file?.id)).toEqual([one.evidence[0]?.file]);
    expect((await desk.now(one)).supplierClaims).toMatchObject([{ supplier: 'sup-1', state: 'asked' }]);
  });

  it('of a supplier without a chat comes to the owner as it can be forwarded', async () => {
    desk.supplierTalks(false);
    const one = await desk.complaint();
    const done = await desk.does('claim-from-supplier', { kode: one._id, pemasok: 'sup-1', catatan: 'mohon diganti' });
    expect(desk.words(done)).toContain(
      `Halo, dari Toko Melati. Pembeli ${one.order} komplain:\n1 x Barang TAS-1 · Rusak atau pecah`,
    );
    expect(done.lines?.filter(({ file }) => file !== undefined)).toHaveLength(1);
    expect(desk.pushedAbout(one)).toEqual([]);
    desk.supplierTalks(true);
  });

  it('keeps what the supplier gives for it', async () => {
    const one = await desk.complaint();
    await desk.does('claim-from-supplier', { kode: one._id, pemasok: 'sup-1' });
    await desk.does('supplier-answered', { kode: one._id, pemasok: 'sup-1', jawaban: 'credited', jumlah: 30_000 });
    expect((await desk.now(one)).supplierClaims).toMatchObject([{ state: 'credited', amount: 30_000 }]);
  });
});

describe('what the owner picks from', () => {
  it('is what fits the complaint, the wish first', async () => {
    const one = await desk.complaint({ wish: 'tukar' });
    const picks = await desk.choices('case-remedies', { kode: one._id });
    expect(picks.map(({ label }) => label)).toEqual([
      'Ditukar barang baru (diminta)',
      'Uang kembali semua Rp50.000',
      'Uang kembali sebagian',
    ]);
  });

  it('asks for the goods back only where the rules want them', async () => {
    const torn = await desk.complaint();
    const missing = await desk.complaint({ reason: 'kurang' });
    const count = async (kode: string) => (await desk.choices('case-send-back', { kode })).length;
    expect([await count(torn._id), await count(missing._id)]).toEqual([2, 1]);
  });

  it('takes own words for a reason', async () => {
    const own = await desk.choices('case-reject-reasons', { kata: 'barangnya beda toko' });
    expect(own).toEqual([{ value: 'barangnya beda toko', label: 'barangnya beda toko' }]);
  });
});

describe('the work that waits', () => {
  it("holds the cases whose next step is the owner's, late by the shop's limits", async () => {
    const world = await openCaseDesk();
    const review = await world.complaint();
    await world.complaint({ evidence: [] });
    const refund = await world.complaint();
    await world.does('approve-case', { kode: refund._id, ...APPROVE });
    const port = createCasesPort(world.caseRoom, () => POLICY, world.core.deps.clock);
    const [first, ...others] = await port.open(100);
    expect([first?.code, others]).toEqual([review._id, []]);
    const hours = ((first?.lateAt.getTime() ?? 0) - (first?.since.getTime() ?? 0)) / 3_600_000;
    expect(hours).toBe(POLICY.limits.review_hours[0]);
    expect(await port.knows(refund._id)).toBe(true);
    expect(await port.knows(refund.order)).toBe(false);
    await world.close();
  });
});
