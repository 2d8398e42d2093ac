import { z } from 'zod';
import { DAY } from '../../../../core/clock.ts';
import { cutText } from '../../../../core/text.ts';
import type { Action, At } from '../../../../dialogue/action.ts';
import type { Line, LineChoice } from '../../../../dialogue/talk.ts';
import { type Say, sayIn } from '../../../../notices/house-words.ts';
import { showDay } from '../../../../notices/show-time.ts';
import { type DayFigures, totalOf } from '../../../../shop/reports/day-figures.ts';
import { wallTime } from '../../../../shop/tables/wall-time.ts';
import { readDay } from '../../../../understanding/dates.ts';
import type { OwnerShopDeps } from '../deps.ts';

const input = z.object({ kata: z.string().optional(), kode: z.string().optional() });
type Deps = Pick<OwnerShopDeps, 'reports' | 'house'>;

/** The code of the button that shows the last seven days. */
const WEEK = 'minggu';

/** Shows the figures of a day, or of the last seven, as a phone's screen holds them. */
export const showDayFigures = (deps: Deps): Action<z.infer<typeof input>, 'shown'> => ({
  name: 'show-day',
  kind: 'looks',
  input,
  outcomes: ['shown'],
  async run({ kata = '', kode = '' }, at) {
    const asked = (kata || (kode === '-' ? '' : kode)).trim().toLowerCase();
    if (/^(?:minggu(?: ini)?|7 hari|seminggu|week)$/.test(asked))
      return { outcome: 'shown', lines: [await week(deps, at)] };
    const { zone } = deps.house.shop();
    const read = asked === '' ? readDay('hari ini', at.now, zone) : readDay(asked, at.now, zone);
    if (!read) return { outcome: 'shown', lines: [{ text: 'toko.hari.cara', with: { kata: cutText(asked, 40) } }] };
    if (read.startsAt > at.now) return { outcome: 'shown', lines: [{ text: 'toko.hari.belum' }] };
    return { outcome: 'shown', lines: [await day(deps, noon(read.startsAt, at.now), at)] };
  },
});

// The middle of the day, so that no shift of the clock moves it into another one.
const noon = (startsAt: Date, now: Date): Date =>
  new Date(Math.min(startsAt.getTime() + DAY / 2, Math.max(now.getTime(), startsAt.getTime())));

async function day({ reports, house }: Deps, on: Date, { now, language }: At): Promise<Line> {
  const { zone } = house.shop();
  const figures = await reports.day(on);
  const before = wallTime(new Date(on.getTime() - DAY), zone).day;
  const after = wallTime(new Date(on.getTime() + DAY), zone).day;
  const today = wallTime(now, zone).day;
  const to = (code: string, text: string): LineChoice => ({ label: { text }, tap: { verb: 'hari', code }, row: 0 });
  return {
    text: 'toko.hari.angka',
    with: { hari: showDay(on, zone, language), ...wordsOf(figures, sayIn(house, language)) },
    choices: [
      to(before, 'toko.hari.tombol-sebelum'),
      ...(after <= today ? [to(after, 'toko.hari.tombol-sesudah')] : []),
      to(WEEK, 'toko.hari.tombol-minggu'),
    ],
  };
}

async function week({ reports, house }: Deps, { now, language }: At): Promise<Line> {
  const { zone } = house.shop();
  const say = sayIn(house, language);
  const days = await reports.days(new Date(now.getTime() - 6 * DAY), now);
  const isi = days
    .map((one) => {
      const hari = showDay(new Date(`${one.day}T12:00:00Z`), 'UTC', language);
      return say('toko.hari.baris', { hari, pesanan: one.placed, masuk: one.moneyIn, untung: one.margin });
    })
    .join('\n');
  const until = wallTime(now, zone).day;
  return {
    text: 'toko.hari.minggu',
    with: { isi, ...wordsOf({ day: until, ...totalOf(days) }, say) },
    choices: [{ label: { text: 'toko.hari.tombol-hari-ini' }, tap: { verb: 'hari', code: '-' } }],
  };
}

const wordsOf = (figures: DayFigures, say: Say) => ({
  pesanan: figures.placed,
  nilai: figures.placedValue,
  gugur: figures.lost,
  lunas: figures.paid,
  kirim: figures.sent,
  masuk: figures.moneyIn,
  untung: figures.margin,
  rinci: detailsOf(figures, say),
});

// Money in is always told; of the rest only what there was.
function detailsOf(figures: DayFigures, say: Say): string {
  const amounts = {
    penjualan: figures.sales,
    ongkir: figures.shippingCharged,
    modal: figures.cost,
    'ongkir-asli': figures.shippingReal,
    refund: figures.refunds,
    lebih: figures.overpaid,
  };
  const there = Object.entries(amounts).filter(([, jumlah]) => jumlah !== 0);
  return [['masuk', figures.moneyIn] as const, ...there]
    .map(([what, jumlah]) => say(`toko.hari.rinci-${what}`, { jumlah }))
    .join('\n');
}
