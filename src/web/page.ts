import type { Context } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { WebHono } from './bindings.ts';
import { loadPageFiles, type PageFile } from './page-files.ts';

/** Mounts the headers that keep the page to itself, and the files that it is made of. */
export function mountPage(app: WebHono): { readonly index: PageFile } {
  const { files, index, importMapHash } = loadPageFiles();
  const headers = secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'", `'sha256-${importMapHash}'`],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'blob:'],
      connectSrc: ["'self'"],
      formAction: ["'self'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
    referrerPolicy: 'same-origin',
    // The page is served in plain http on loopback; https is the proxy's to promise.
    strictTransportSecurity: false,
    permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  });
  for (const path of ['/', '/page/*', '/vendor/*', '/sim/*']) app.use(path, headers);
  for (const [path, file] of files) app.get(path, (c) => fileAnswer(c, file));
  return { index };
}

/** Answers with a file of the page, or that the browser's copy of it is still good. */
export function fileAnswer(c: Context, { body, type, etag }: PageFile): Response {
  const headers = { ETag: etag, 'Cache-Control': 'no-cache' };
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'Content-Type': type });
}
