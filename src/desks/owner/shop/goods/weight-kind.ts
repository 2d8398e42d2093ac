import type { Kind } from '../../../../dialogue/kind.ts';

/** The heaviest parcel that couriers of the list take as ordinary, in grams. */
const MOST = 100_000;

/** A weight in grams: `350`, `350 gr`, `1,2 kg`. */
export const weight: Kind = {
  parse({ text }) {
    const [, figure = '', unit = ''] = /^(\d{1,6}(?:[.,]\d{1,3})?)\s*(kg|kilo|gram|gr|g)?$/i.exec(text.trim()) ?? [];
    const kilos = /^k/i.test(unit);
    // Without kilos a point only parts thousands: 1.200 gram.
    const grams = kilos ? Number(figure.replace(',', '.')) * 1_000 : Number(figure.replace(/[.,](?=\d{3}$)/, ''));
    // `1.5` alone may be kilos as well as a slip; grams have no fractions, so it is asked again.
    const whole = kilos || Number.isInteger(grams);
    const right = figure !== '' && whole && Number.isFinite(grams) && grams >= 1 && grams <= MOST;
    return right ? { type: 'filled', value: Math.round(grams) } : { type: 'failed', why: 'toko.produk.berat-salah' };
  },
  show: (value) => `${typeof value === 'number' ? value : '-'} g`,
};
