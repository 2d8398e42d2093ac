import { z } from 'zod';
import { showPhone } from '../../../core/phone.ts';
import type { Action } from '../../../dialogue/action.ts';
import { asObject } from '../../../dialogue/filled.ts';
import { withProblems } from '../../../dialogue/problems.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import { buyerAnswer } from './buyer-kind.ts';
import { type BuyerDeps, buyerOf, knownBuyer } from './find-buyer.ts';
import { headOf } from './order-for.ts';
import type { OrderForm } from './order-form.ts';

// What else the form holds is for the order's own input to check.
const input = z.looseObject({ siapa: buyerAnswer, penerima: z.string().optional() });
type Input = z.infer<typeof input>;

const NOBODY = withProblems([{ field: 'siapa', text: 'owner.pembeli-tidak-ada' }]);

const opening = z.object({ kode: z.string().optional(), kata: z.string().optional() });

/** Looks whether the code that an order begins with is anybody's, before the rest is asked. */
export const buyerKnown = (deps: BuyerDeps): Action<z.infer<typeof opening>, 'yes' | 'no'> => ({
  name: 'buyer-known',
  kind: 'looks',
  input: opening,
  outcomes: ['yes', 'no'],
  async run({ kode, kata = '' }) {
    const { buyer } = headOf(kode ?? kata);
    if (buyer === undefined || !('kode' in buyer) || (await knownBuyer(deps, buyer))) return { outcome: 'yes' };
    return { outcome: 'no', lines: [{ text: 'owner.pesan-kode-asing', with: buyer }] };
  },
});

/** Looks over an order that the owner enters for somebody, as the customer's own would be. */
export const priceEntered = (deps: BuyerDeps, form: OrderForm): Action<Input, 'fine' | 'problems' | 'unavailable'> => ({
  name: 'price-entered',
  kind: 'looks',
  input,
  outcomes: ['fine', 'problems', 'unavailable'],
  async run(given, at) {
    const known = await knownBuyer(deps, given.siapa);
    if (!known && 'kode' in given.siapa) return { outcome: 'problems', data: NOBODY };
    return form.price(filled(given), known?.customer, at);
  },
});

/** Places an order for somebody; who has no chat hears of it through the owner, who gets the words to pass on. */
export const enterOrder = (
  deps: BuyerDeps,
  form: OrderForm,
): Action<Input, 'placed' | 'asked-supplier' | 'problems' | 'too-many' | 'refused'> => ({
  name: 'enter-order',
  kind: 'acts',
  input,
  outcomes: ['placed', 'asked-supplier', 'problems', 'too-many', 'refused'],
  async run(given, at) {
    const buyer = await buyerOf(deps, given.siapa, given.penerima ?? '', at);
    if (!buyer) return { outcome: 'problems', data: NOBODY };
    const done = await form.place(filled(given), buyer, at);
    const { code } = asObject(done.data);
    if (typeof code !== 'string') return done;
    const siapa = given.penerima ?? ('telepon' in given.siapa ? showPhone(given.siapa.telepon) : given.siapa.kode);
    const text = buyer.chat === undefined ? 'owner.pesanan-dicatat-tanpa-chat' : 'owner.pesanan-dicatat';
    return { ...done, lines: [{ text, with: { kode: code, siapa }, about: code }] };
  },
});

const filled = (given: Input): Filled => given as Filled;
