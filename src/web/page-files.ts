import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file of the page, ready to be served. */
export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

/** All that the page is made of, by its path; nothing else is ever served. */
export interface PageFiles {
  readonly files: ReadonlyMap<string, PageFile>;
  readonly index: PageFile;
  /** What the page's policy must allow by its hash: the import map. */
  readonly importMapHash: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

// The names under /vendor/ that the import map points to, and where each module lies beside its package's main file.
const VENDORED: Readonly<Record<string, readonly [string, string]>> = {
  'preact.js': ['preact', 'preact.mjs'],
  'hooks.js': ['preact/hooks', 'hooks.mjs'],
  'htm.js': ['htm', 'htm.mjs'],
  'signals.js': ['@preact/signals', 'signals.mjs'],
  'signals-core.js': ['@preact/signals-core', 'signals-core.mjs'],
};

/** Reads the page's own files and the few modules that it imports. */
export function loadPageFiles(): PageFiles {
  const folder = fileURLToPath(new URL('./page/', import.meta.url));
  const own = readdirSync(folder)
    .filter((name) => TYPES[extname(name)] !== undefined)
    .map((name) => [`/page/${name}`, pageFile(join(folder, name))] as const);
  const require = createRequire(import.meta.url);
  const vendored = Object.entries(VENDORED).map(
    ([name, [module, file]]) => [`/vendor/${name}`, pageFile(join(dirname(require.resolve(module)), file))] as const,
  );
  const index = pageFile(join(folder, 'index.html'), 'text/html; charset=utf-8');
  const importMap = /<script type="importmap">([^<]*)<\/script>/.exec(new TextDecoder().decode(index.body))?.[1] ?? '';
  const importMapHash = createHash('sha256').update(importMap).digest('base64');
  return { files: new Map([...own, ...vendored]), index, importMapHash };
}

function pageFile(path: string, type = TYPES[extname(path)] ?? ''): PageFile {
  const body = new Uint8Array(readFileSync(path));
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
