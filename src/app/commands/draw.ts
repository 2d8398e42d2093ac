import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startApp } from '../../app.ts';
import { readConfig } from '../../config.ts';
import { createClock } from '../../core/clock.ts';
import { createLogger } from '../../core/logger.ts';
import { drawFlows, drawingsPage } from '../../dialogue/draw-command.ts';
import { drawMoves as drawCaseMoves } from '../../shop/cases/draw-moves.ts';
import { drawMoves as drawOrderMoves } from '../../shop/orders/draw.ts';

/** Draws every flow, and the lives of orders and cases, as pages of Mermaid charts; the pages by file name. */
export async function draw(): Promise<ReadonlyMap<string, string>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'pesan-draw-'));
  try {
    const options = {
      clock: createClock(),
      log: createLogger('silent'),
      channels: [],
      store: 'inline',
      seed: false,
    } as const;
    const app = await startApp(readConfig({ DATA_DIR: dataDir, SIMULATOR: 'off' }), options);
    await app.run(AbortSignal.abort());
    const cases = drawingsPage('The lives of orders and cases, drawn', [{ name: 'case', chart: drawCaseMoves() }]);
    return new Map([
      ['flows-drawn.md', drawingsPage('The flows, drawn', drawFlows(app.flows))],
      ['moves-drawn.md', `${cases}\n## order, payment, parcel\n\n${drawOrderMoves()}\n`],
    ]);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

if (import.meta.filename === process.argv[1]) {
  const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
  await mkdir(docs, { recursive: true });
  for (const [name, page] of await draw()) {
    await writeFile(join(docs, name), page);
    process.stdout.write(`docs/${name}\n`);
  }
}
