import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FileId } from '../../../../src/core/ids.ts';
import { addToComplaint } from '../../../../src/desks/customer/actions/add-to-complaint.ts';
import { answerClaim, lookAtClaim } from '../../../../src/desks/supplier/actions/answer-claim.ts';
import type { At } from '../../../../src/dialogue/action.ts';
import type { Case } from '../../../../src/shop/cases/case.ts';
import { noticeHouse } from '../../../support/notice-house.ts';
import { type CaseDesk, openCaseDesk } from './a-case-desk.ts';

let desk: CaseDesk;
beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

describe("a supplier's answer to a claim", () => {
  const deps = () => ({ cases: desk.caseRoom, suppliers: { known: () => undefined }, house: noticeHouse() });
  const supplier = (id: string): At => desk.at({ who: { desk: 'supplier', id } });
  const claimed = async (): Promise<Case> => {
    const one = await desk.complaint();
    await desk.does('claim-from-supplier', { kode: one._id, pemasok: 'sup-1' });
    return one;
  };

  it('is kept with the case, with its words', async () => {
    const one = await claimed();
    await answerClaim(deps()).run(
      { kode: one._id, jawaban: 'credited', jumlah: 30_000, catatan: 'potong saja' },
      supplier('sup-1'),
    );
    expect((await desk.now(one)).supplierClaims).toMatchObject([
      { state: 'credited', amount: 30_000, note: 'potong saja' },
    ]);
  });

  it('is taken from nobody else, and only where there is a claim', async () => {
    const one = await claimed();
    await answerClaim(deps()).run({ kode: one._id, jawaban: 'refused' }, supplier('sup-2'));
    expect((await desk.now(one)).supplierClaims).toMatchObject([{ state: 'asked' }]);
    const look = async (kode: string | undefined, id: string) =>
      (await lookAtClaim(deps()).run({ kode }, supplier(id))).outcome;
    expect(await look(one._id, 'sup-1')).toBe('claim');
    expect(await look(one._id, 'sup-2')).toBe('other');
    expect(await look((await desk.complaint())._id, 'sup-1')).toBe('other');
    expect(await look(undefined, 'sup-1')).toBe('other');
  });
});

describe('a photo that comes without a word', () => {
  const photo = async (name: string) => {
    const id: FileId = await desk.photo(name);
    return { kind: 'image', file: { id, mime: 'image/jpeg', name } } as const;
  };
  const sends = async (mine: readonly Case[], name: string, more: { at?: At; tentang?: string } = {}) => {
    const codes = new Set(mine.map(({ _id }) => _id));
    const add = addToComplaint({
      customers: desk.customers,
      cases: {
        ...desk.caseRoom,
        list: async (query) => (await desk.caseRoom.list(query)).filter(({ _id }) => codes.has(_id)),
      },
    });
    const at = more.at ?? desk.at({ who: { desk: 'customer', id: 'p-1' } });
    return (await add.run({ berkas: [await photo(name)], tentang: more.tentang }, at)).outcome;
  };
  const shown = async (one: Case): Promise<number> => (await desk.now(one)).evidence.length;

  it('is evidence of the only complaint that waits for it, once', async () => {
    const waits = await desk.complaint({ evidence: [] });
    const decided = await desk.complaint();
    const at = desk.at({ who: { desk: 'customer', id: 'p-1' } });
    for (const _ of [1, 2]) expect(await sends([waits, decided], 'tali putus', { at })).toBe('added');
    expect([await shown(waits), await shown(decided)]).toEqual([1, 1]);
  });

  it('is nobody knows what for where several wait, unless one is quoted', async () => {
    const both = [await desk.complaint({ evidence: [] }), await desk.complaint({ evidence: [] })];
    expect(await sends(both, 'yang mana')).toBe('none');
    expect(await sends(both, 'yang ini', { tentang: both[1]?._id ?? '' })).toBe('added');
    expect(await Promise.all(both.map(shown))).toEqual([0, 1]);
  });

  it('is no evidence where no complaint is open', async () => {
    const one = await desk.complaint();
    await desk.does('reject-case', { kode: one._id, alasan: 'bekas pakai' });
    expect(await sends([one], 'terlambat')).toBe('none');
  });
});
