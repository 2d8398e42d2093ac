import type { StoredFile } from '../../channels/channel.ts';
import { type FileId, readCode } from '../../core/ids.ts';
import type { Case } from '../../shop/cases/case.ts';
import type { Cases } from '../../shop/cases/cases.ts';
import type { By, NoticeBody } from '../../shop/history.ts';
import type { Orders } from '../../shop/orders/orders.ts';
import type { Settings } from '../../shop/settings/settings.ts';
import type { HouseWords } from '../house-words.ts';
import type { Tell } from '../status.ts';
import type { Teller } from '../told.ts';
import { caseMoves } from './case-offers.ts';
import { caseValues } from './case-values.ts';
import { dataOf } from './notice-data.ts';

export interface CaseTellerDeps extends HouseWords {
  readonly cases: Pick<Cases, 'find' | 'mayNot'>;
  readonly orders: Pick<Orders, 'find'>;
  readonly settings: Pick<Settings, 'profile'>;
  supplierName(id: string): Promise<string>;
  /** A stored file as it can be sent on. */
  file(id: FileId): Promise<StoredFile | undefined>;
  /** Hours within which the shop promises to decide on a complaint. */
  decideHours(): number;
}

/** Creates the teller of complaints and returs. */
export function createCaseTeller(deps: CaseTellerDeps): Teller {
  return async (body) => {
    const code = readCode(body.code);
    const one = code && (await deps.cases.find(code));
    if (!one) return undefined;
    const order = await deps.orders.find(one.order);
    const supplier = dataOf(body).supplier ?? one.suppliers[0];
    const supplierName = supplier === undefined ? '-' : await deps.supplierName(supplier);
    const facts = {
      order,
      supplierName,
      returnTo: one.sendBack?.to ?? shopAddress(deps.settings),
      decideHours: deps.decideHours(),
    };
    const picture = pictureOf(one, body);
    const file = picture === undefined ? undefined : await deps.file(picture);
    return {
      code: one._id,
      rev: one.rev,
      thread: `case/${one._id}`,
      ...(one.chat !== undefined && !answeredInChat(one, body) && { customer: one.chat }),
      ...(supplier !== undefined && { suppliers: [supplier] }),
      values: (language, to, asked) => caseValues(deps, one, body, { ...facts, asked }, language, to),
      ...(byOwner(one, body) && { silent: ['owner'] }),
      offers: (verb, to) => offered(deps.cases, one, verb, to),
      ...(file && { file }),
    };
  };
}

/** What customers do themselves is answered where they do it; telling it again would be an echo. */
const ECHOES: ReadonlySet<string> = new Set(['cancel', 'receive', 'appeal', 'review', 'send_back']);

const answeredInChat = ({ history }: Case, body: NoticeBody): boolean =>
  ECHOES.has(body.event) && history.find(({ n }) => n === body.n)?.by.desk === 'customer';

// What an owner does is seen by all of them on the card; only a second approval calls for another one.
const byOwner = ({ history }: Case, { n, event }: NoticeBody): boolean =>
  event !== 'approve_first' && history.find((entry) => entry.n === n)?.by.desk === 'owner';

// The newest picture shows what an alert is about; for the customer it is the proof of the refund.
function pictureOf({ evidence, refund }: Case, { event }: NoticeBody): FileId | undefined {
  return event === 'pay_refund' ? refund?.proof : evidence.at(event === 'evidence' ? -1 : 0)?.file;
}

function offered(cases: Pick<Cases, 'mayNot'>, one: Case, verb: string, to: Tell['to']): boolean {
  const event = caseMoves(one)[verb];
  const by: By = to === 'customer' ? { desk: 'customer', id: one.customer } : { desk: to };
  if (event === undefined) return verb !== 'kasus-foto' || one.evidence.length > 0;
  // The account is only asked for where there is money to send.
  if (event.type === 'give_destination' && (!one.refund || one.destination?.confirmedAt)) return false;
  return cases.mayNot(one, event, by) === undefined;
}

function shopAddress(settings: Pick<Settings, 'profile'>): string {
  const { name, address, contact } = settings.profile();
  const { street, city, province, postalCode } = address;
  const place = [city, province, postalCode].filter((part) => part !== '').join(', ');
  return street === '' ? '' : [name, contact.phone, street, place].filter((part) => part !== '').join('\n');
}
