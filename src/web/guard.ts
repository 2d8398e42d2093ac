import { isIP } from 'node:net';
import type { MiddlewareHandler } from 'hono';
import { type Refusal, refuse } from './refusal.ts';

const LOOPBACK_NAMES = ['localhost'];

/**
 * True when the Host header names this machine. Another site can point its own name at our address (DNS rebinding), but it
 * cannot make a browser send an address or a name that is not its own; so addresses are fine, and names must be known.
 */
export function hostAllowed(host: string | undefined, names: readonly string[]): boolean {
  const name = host === undefined ? undefined : hostName(host);
  if (name === undefined) return false;
  return isIP(name) !== 0 || LOOPBACK_NAMES.includes(name) || names.includes(name);
}

/** True when a request that changes something comes from our own page, or from a program that is no browser. */
export function originAllowed(headers: { origin?: string; host?: string; site?: string }): boolean {
  const { origin, host, site } = headers;
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  const from = urlHost(origin);
  // The scheme decides which port goes without saying, so our own host is read with the same one.
  return from !== undefined && from === urlHost(`${origin.split('//')[0]}//${host}`);
}

const WRONG_HOST: Refusal = {
  status: 403,
  code: 'wrong-host',
  message: 'Buka halaman ini lewat localhost atau alamat IP komputer ini.',
};
const WRONG_ORIGIN: Refusal = { status: 403, code: 'wrong-origin', message: 'Permintaan dari situs lain ditolak.' };

/** Lets through only what was asked of this machine by its own page; `names` of undefined allows any Host. */
export function guard(names: readonly string[] | undefined): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host;
    if (names && !hostAllowed(host, names)) return refuse(c, WRONG_HOST);
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const asked = { host, ...(origin !== undefined && { origin }), ...(site !== undefined && { site }) };
    const reads = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!reads && !originAllowed(asked)) return refuse(c, WRONG_ORIGIN);
    // Reading is open to links that lead here, not to other sites' pictures, frames and scripts.
    if (reads && site === 'cross-site' && c.req.header('sec-fetch-mode') !== 'navigate') return refuse(c, WRONG_ORIGIN);
    return next();
  };
}

// `name`, `name:port`, `1.2.3.4:port`, `[::1]:port`; undefined for anything with more in it.
function hostName(host: string): string | undefined {
  const match = /^(?:\[([0-9a-f:.]+)\]|([a-z0-9._-]+))(?::\d{1,5})?$/i.exec(host);
  return (match?.[1] ?? match?.[2])?.toLowerCase();
}

function urlHost(url: string): string | undefined {
  return (URL.canParse(url) && new URL(url).host) || undefined;
}
