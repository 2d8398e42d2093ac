import { readCode } from '../../../core/ids.ts';
import type { At, List } from '../../../dialogue/action.ts';
import { sayIn } from '../../../notices/house-words.ts';
import { CASE_STATES, type Case, type CaseState } from '../../../shop/cases/case.ts';
import { personOf } from '../by-customer.ts';
import type { CustomerDeps } from '../deps.ts';
import { goodsInWords } from '../goods/goods-line.ts';

type Deps = Pick<CustomerDeps, 'house' | 'customers' | 'cases'>;

const SHOWN = 8;
const TOLD: readonly CaseState[] = CASE_STATES.filter((state) => state !== 'dropped' && state !== 'opening');

/** The cases of the person who writes, newest first. */
export async function myCases(
  { customers, cases }: Pick<Deps, 'customers' | 'cases'>,
  at: At,
): Promise<readonly Case[]> {
  const { ids } = await customers.mine(personOf(at));
  const found = await Promise.all(
    ids.map((customer) => cases.list({ customer, states: TOLD, sort: 'newest', limit: 20 })),
  );
  return found.flat().toSorted((a, b) => b.at.getTime() - a.at.getTime());
}

/** A case of the person who writes, by its code. */
export async function myCase(
  { customers, cases }: Pick<Deps, 'customers' | 'cases'>,
  code: string,
  at: At,
): Promise<Case | undefined> {
  const read = readCode(code);
  const [one, { ids }] = await Promise.all([
    read === undefined ? undefined : cases.find(read),
    customers.mine(personOf(at)),
  ]);
  return one !== undefined && ids.includes(one.customer) ? one : undefined;
}

/** Cases in some states as choices, `K7M2QX · 1 x Kaos Polos · sedang diperiksa admin`. */
export const casesIn =
  (deps: Deps, states: readonly CaseState[], wanted: (one: Case) => boolean = () => true): List =>
  async (at, filled) => {
    const found = (await myCases(deps, at)).filter((one) => states.includes(one.state) && wanted(one));
    const said = found.filter(({ _id, order }) => _id === filled.kode || order === filled.kode);
    const say = sayIn(deps.house, at.language);
    return (said.length > 0 ? said : found).slice(0, SHOWN).map((one) => ({
      value: one._id,
      label: say('komplain.baris-kasus', {
        kode: one._id,
        barang: goodsOf(one),
        tahap: say(`komplain.tahap-${one.state}`),
      }),
    }));
  };

/** What a case is about in one line. */
export const goodsOf = ({ lines }: Case): string =>
  goodsInWords(lines.map(({ name, quantity }) => ({ name, quantity })));
