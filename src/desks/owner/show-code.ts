import { asChatId, readCode } from '../../core/ids.ts';
import type { Language } from '../../core/language.ts';
import type { Line } from '../../dialogue/talk.ts';
import { sayIn } from '../../notices/house-words.ts';
import { reasonIn } from '../../notices/reason-words.ts';
import { callChoices, whoIs } from '../calls/hand-to-owners.ts';
import { cardLine } from './card-line.ts';
import type { OwnerDeps } from './deps.ts';
import { buriedCode } from './work/find-work.ts';

type Deps = Pick<OwnerDeps, 'house' | 'cards' | 'orders' | 'payments' | 'purchases' | 'calls' | 'buried' | 'cases'>;

/** Shows whatever a code stands for, as it now looks, with what can be done with it; undefined when it is nobody's. */
export async function showCode(deps: Deps, text: string, language: Language): Promise<Line | undefined> {
  const buried = await showBuried(deps, text, language);
  if (buried) return buried;
  const code = readCode(text);
  if (code === undefined) return undefined;
  const { cards, payments, purchases, cases } = deps;
  const name = (await deps.orders.find(code))
    ? 'order'
    : (await payments.find(code))
      ? 'payment'
      : (await purchases.find(code))
        ? 'purchase'
        : (await cases?.knows(code))
          ? 'case'
          : undefined;
  if (name === undefined) return showCall(deps, text, language);
  const card = await cards[name](code, language, 'owner');
  if (card) return cardLine(card);
  const purchase = name === 'purchase' ? await purchases.find(code) : undefined;
  return purchase ? showCode(deps, purchase.order, language) : undefined;
}

async function showCall({ house, calls }: Deps, text: string, language: Language): Promise<Line | undefined> {
  const code = readCode(text);
  const call = code && (await calls.find(code));
  if (!call) return undefined;
  const say = sayIn(house, language);
  const said = call.words === '' ? '' : `\n“${reasonIn(house, language, call.words)}”`;
  const words = `💬 ${whoIs(call, say)}${said}`;
  return cardLine({ text: words, choices: callChoices({ ...call, chat: asChatId(call.chat) }, say), about: call._id });
}

async function showBuried({ house, buried }: Deps, text: string, language: Language): Promise<Line | undefined> {
  if (!/^[0-9a-f]{10}$/.test(text)) return undefined;
  const item = (await buried.open(500)).find(({ _id }) => buriedCode(_id) === text);
  if (!item) return undefined;
  const say = sayIn(house, language);
  const words = say('owner.terkubur', { jenis: item.kind, di: item.where, alasan: item.reason });
  const done = { label: say('owner.tombol-sudah-diurus'), tap: { verb: 'diurus', code: text } };
  return cardLine({ text: words, choices: [done] });
}
