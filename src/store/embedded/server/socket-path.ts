import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

// What fits into a socket address on Linux (macOS has 103).
const LONGEST = process.platform === 'darwin' ? 103 : 107;

/** Where the store listens, and how to tidy up after it. */
export interface SocketPlace {
  readonly path: string;
  remove(): void;
}

/** A socket in the directory itself, or in a private one of the system where that path is too long for a socket. */
export function socketPlace(dir: string): SocketPlace {
  // The driver takes it for a socket only because it ends in `.sock`.
  const path = join(resolve(dir), 'store.sock');
  if (Buffer.byteLength(path) <= LONGEST) return { path, remove: () => rmSync(path, { force: true }) };
  const own = mkdtempSync(join(tmpdir(), 'pesan-'));
  return { path: join(own, 'store.sock'), remove: () => rmSync(own, { recursive: true, force: true }) };
}

/** The connection string of a store on a socket. */
export const uriOf = (path: string): string => `mongodb://${encodeURIComponent(path)}/pesan?directConnection=true`;
