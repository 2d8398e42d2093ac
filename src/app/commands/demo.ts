import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, startApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { createClock, DAY, HOUR, type MovableClock } from '../../core/clock.ts';
import { readCode } from '../../core/ids.ts';
import { createLogger } from '../../core/logger.ts';
import { drawSlip } from '../../demo/draw-slip.ts';
import { createDemoPhones, type DemoPhones } from '../demo/phones.ts';
import { createShow, type Show } from '../demo/show.ts';
import { type Deed, STORY } from '../demo/story.ts';

const SETTLE_MS = 20;
const LOOK_MS = 4;
/** So often in a row nothing may be under way before the next one speaks. */
const CALM = 3;
const MOST_MS = 15_000;

/** Plays a whole order through the program, on a store that is thrown away, and prints it as a chat one can read. */
export async function demo(print: (text: string) => void, colours: boolean): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pesan-demo-'));
  const clock = createClock();
  const show = createShow(colours);
  let code = '';
  const phones = createDemoPhones(clock, (heard) => {
    // The first code that anybody is told is the order's.
    code ||= heard.message.text.match(/\b[A-Z0-9]{6}\b/g)?.find((word) => readCode(word) === word) ?? '';
    const text = show.told(heard);
    if (text !== undefined) print(text);
  });
  const stop = new AbortController();
  try {
    // With the simulator on, its phones are the owner's and the suppliers'; the channel is ours, so no page is served.
    const app = await startApp(readConfig({ DATA_DIR: dataDir, SIMULATOR: 'on' }), {
      clock,
      log: createLogger('silent'),
      store: 'inline',
      channels: [phones.channel],
      settleMs: SETTLE_MS,
    });
    const ended = app.run(stop.signal);
    try {
      await play({ app, clock, phones, show, print, named: (text) => text.replace('{kode}', code) });
      print(show.end('Ini semua lewat program yang sama dengan toko sungguhan. Coba sendiri: npm start'));
    } finally {
      stop.abort();
      await ended;
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

interface Stage {
  readonly app: App;
  readonly clock: MovableClock;
  readonly phones: DemoPhones;
  readonly show: Show;
  readonly print: (text: string) => void;
  readonly named: (text: string) => string;
}

async function play(stage: Stage): Promise<void> {
  const { app, clock, print, show } = stage;
  // Always a Monday, nine in the morning in Jakarta: nobody is told anything late at night, and nothing waits for a Sunday.
  await app.moveClock(untilMonday(clock.now().getTime()));
  let titles = 0;
  for (const deed of STORY) {
    if (deed.type === 'title') print(show.title(++titles, deed.text));
    else await act(stage, deed);
    await calm(stage);
  }
}

async function act({ app, phones, print, show, named }: Stage, deed: Exclude<Deed, { type: 'title' }>): Promise<void> {
  switch (deed.type) {
    case 'says':
      print(show.does(deed.who, named(deed.text)));
      return phones.says(deed.who, named(deed.text));
    case 'taps':
      return print(show.does(deed.who, `[${phones.taps(deed.who, named(deed.label)).label}]`));
    case 'photo':
      print(show.does(deed.who, `(foto: ${deed.shows.join(', ')}) ${deed.caption}`.trimEnd()));
      return phones.sendsPhoto(deed.who, await drawSlip(deed.shows), deed.caption);
    case 'later':
      print(show.later(deed.words));
      return app.moveClock(deed.ms);
  }
}

/** Waits until the shop has answered and told everybody. */
async function calm({ app, clock, phones }: Stage): Promise<void> {
  const end = clock.monotonic() + MOST_MS;
  for (let quiet = 0; quiet < CALM; await clock.sleep(LOOK_MS)) {
    if (clock.monotonic() > end) throw new Error('the shop does not come to rest');
    quiet = app.chats.busy() || phones.waiting() ? 0 : quiet + 1;
  }
}

const WEEK = 7 * DAY;
/** 5 January 1970, 9.00 in Jakarta. */
const A_MONDAY = 4 * DAY + 2 * HOUR;
const untilMonday = (now: number): number => WEEK - ((now - A_MONDAY) % WEEK);

if (import.meta.filename === process.argv[1]) {
  const { stdout } = process;
  await demo((text) => void stdout.write(`${text}\n`), stdout.isTTY === true && stdout.hasColors());
}
