import type { Action } from '../../dialogue/action.ts';
import type { Wiring } from '../../dialogue/wiring.ts';
import { remembered } from '../owner/remembered.ts';
import { resiKind } from '../resi/resi-kind.ts';
import { resiLine } from '../resi/resi-line.ts';
import { hearSupplier } from '../supplier-words/hear.ts';
import { HEARD_TEXTS } from '../supplier-words/texts.ts';
import { answerClaim, claimAnswers, lookAtClaim } from './actions/answer-claim.ts';
import { sayEmpty, sayPacked, sayShipped, sayYes } from './actions/answer-task.ts';
import { passWordsOn } from './actions/pass-words-on.ts';
import { showOpen, showTask } from './actions/show-tasks.ts';
import { switchLanguage } from './actions/switch-language.ts';
import { ownWords } from './by-supplier.ts';
import type { SupplierDeps } from './deps.ts';
import { goodsOfTask, openOnes, taskCouriers } from './lists.ts';

/** Brings a supplier's desk together. It sees its own purchases only, and never what a customer pays. */
export function createSupplierWiring(deps: SupplierDeps): Wiring {
  const actions: readonly Action[] = [
    hearSupplier(deps, ownWords(deps)),
    sayYes(deps),
    sayPacked(deps),
    sayEmpty(deps),
    sayShipped(deps),
    lookAtClaim(deps),
    answerClaim(deps),
    showOpen(deps),
    showTask(deps),
    passWordsOn(deps),
    switchLanguage,
  ];
  return {
    actions: Object.fromEntries(actions.map((action) => [action.name, remembered(deps.acts, action)])),
    lists: {
      'open-ones': openOnes(deps),
      'goods-of-task': goodsOfTask(deps),
      'task-couriers': taskCouriers(deps),
      'claim-answers': claimAnswers(deps),
    },
    readers: { 'resi-line': resiLine },
    kinds: { resi: resiKind },
    snapshot: () => undefined,
    kept: () => Promise.resolve({}),
    facts: () => ({ toko: deps.house.shop().name }),
    texts: [...HEARD_TEXTS, ...OWN_TEXTS],
  };
}

const OWN_TEXTS = [
  'resi.salah',
  'panggilan.pemasok',
  ...['isi', 'yang-menunggu', 'tahap-stok', 'tahap-sent', 'tahap-accepted', 'tahap-packed', 'disampaikan'].map(
    (name) => `pemasok.${name}`,
  ),
];
