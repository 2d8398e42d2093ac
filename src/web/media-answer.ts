import type { Context } from 'hono';
import { refuse } from './refusal.ts';

// What a browser may show inside the page. Everything else, SVG and HTML above all, is only ever downloaded.
const SHOWN = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'];

/** Answers with a file of a chat, so that nothing in it can run as part of the page. */
export function mediaAnswer(
  c: Context,
  found: { readonly bytes: Uint8Array; readonly mime: string } | undefined,
): Response {
  if (!found) return refuse(c, { status: 404, code: 'unknown-file', message: 'Berkas itu tidak ada lagi.' });
  const shown = SHOWN.includes(found.mime);
  const name = encodeURIComponent((c.req.query('name') ?? 'berkas').toWellFormed()).replaceAll("'", '%27');
  return c.body(new Uint8Array(found.bytes), 200, {
    'Content-Type': shown ? found.mime : 'application/octet-stream',
    'Content-Disposition': shown ? 'inline' : `attachment; filename*=UTF-8''${name}`,
    // A file's id is made from its content, so what it names never changes.
    'Cache-Control': 'private, max-age=31536000, immutable',
  });
}
