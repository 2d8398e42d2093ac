import { setImmediate as pause } from 'node:timers/promises';
import { type Options, parse } from 'csv-parse';
import { err, ok, type Result } from '../../core/result.ts';
import { unsafeCell } from './safe-cell.ts';
import { MAX_CELL, MAX_COLUMNS, MAX_ROWS, type TableRefused, type TableRow } from './table-row.ts';

const SLICE = 64 * 1024;

/** Reads CSV as people's programs write it: any of `;` `,` TAB, UTF-8, UTF-16 or Windows-1252, with or without BOM. */
export async function readCsv(bytes: Uint8Array): Promise<Result<TableRow[], TableRefused>> {
  const text = decoded(bytes);
  const options: Options = {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    trim: true,
    skip_empty_lines: false,
    max_record_size: 1024 * 1024,
    info: false,
  };
  const parser = parse(options);
  const rows: TableRow[] = [];
  const feed = feedSlowly(parser, text);
  try {
    let n = 0;
    for await (const record of parser) {
      n += 1;
      if (rows.length > MAX_ROWS) break;
      const cells: string[] = Array.isArray(record) ? record.slice(0, MAX_COLUMNS).map(cellOf) : [];
      rows.push({ n, cells });
    }
    await feed;
  } catch {
    // csv-parse throws for a record without an end and for one larger than it may be; both mean this to the owner.
    return err({ code: 'table-not-readable' });
  }
  return ok(rows);
}

const cellOf = (cell: unknown): string => unsafeCell(String(cell).trim().slice(0, MAX_CELL)).trim();

// In slices, with the event loop let through between them: a large list must not make every chat wait.
async function feedSlowly(parser: ReturnType<typeof parse>, text: string): Promise<void> {
  for (let at = 0; at < text.length && !parser.destroyed; at += SLICE) {
    parser.write(text.slice(at, at + SLICE));
    await pause();
  }
  if (!parser.destroyed) parser.end();
}

// The 32 places in which Windows-1252 differs from Latin-1; Node's own decoder (20) leaves them as control characters.
const WINDOWS = Array.from('€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ');

function decoded(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // No UTF-8: what Excel on Windows saves as plain "CSV".
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (c) => WINDOWS[c.charCodeAt(0) - 0x80] ?? '');
  }
}

// The separator that the first lines agree on; inside quotes nothing counts.
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const named = /^sep=(.)$/.exec(lines[0]?.trim() ?? '')?.[1];
  if (named !== undefined) return named;
  const votes = [';', '\t', ','].map((mark) => ({
    mark,
    lines: lines.filter((line) => line.includes(mark)).length,
    all: lines.reduce((sum, line) => sum + line.split(mark).length - 1, 0),
  }));
  return votes.sort((one, other) => other.lines - one.lines || other.all - one.all)[0]?.mark ?? ';';
}
