import { createHmac, scryptSync, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { type Clock, SECOND } from '../core/clock.ts';
import { sha256 } from '../core/ids.ts';
import type { Connection, WebHono } from './bindings.ts';
import { loginPage } from './login-page.ts';
import { refuse, TOO_LARGE } from './refusal.ts';
import { createTries } from './tries.ts';

const COOKIE = 'pesan_sim';
const COOKIE_SECONDS = 30 * 24 * 60 * 60;

/** Closes `/` and `/sim/*` behind a password: a small login with a cookie for people, HTTP basic for programs. */
export function mountGate(app: WebHono, password: string, clock: Clock): void {
  const tries = createTries(clock);
  // scrypt makes guessing the password from a stolen cookie slow; the same password keeps cookies good over a restart.
  const token = createHmac('sha256', scryptSync(password, 'pesan simulator', 32))
    .update('cookie')
    .digest('base64url');

  app.post('/sim/login', bodyLimit({ maxSize: 4_096, onError: (c) => refuse(c, TOO_LARGE) }), async (c) => {
    const address = addressOf(c);
    const waitMs = tries.waitMs(address);
    if (waitMs > 0) return tooMany(c, waitMs);
    const { password: given } = await c.req.parseBody();
    if (typeof given !== 'string' || !same(given, password)) {
      tries.wrong(address);
      return c.html(loginPage('Kata sandi salah. Coba lagi.'), 401);
    }
    tries.right(address);
    setCookie(c, COOKIE, token, {
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      maxAge: COOKIE_SECONDS,
      secure: c.req.header('x-forwarded-proto') === 'https',
    });
    return c.redirect('/', 303);
  });

  for (const path of ['/', '/sim/*']) {
    app.use(path, async (c, next) => {
      if (same(getCookie(c, COOKIE) ?? '', token)) return next();
      const given = basicPassword(c.req.header('authorization'));
      const address = addressOf(c);
      if (given !== undefined) {
        const waitMs = tries.waitMs(address);
        if (waitMs > 0) return tooMany(c, waitMs);
        if (same(given, password)) return next();
        tries.wrong(address);
      }
      if (c.req.path === '/') return c.html(loginPage(), 401);
      return refuse(c, { status: 401, code: 'password-needed', message: 'Masuk dulu dengan kata sandi simulator.' });
    });
  }
}

function tooMany(c: Context, waitMs: number): Response {
  const seconds = Math.ceil(waitMs / SECOND);
  c.header('Retry-After', String(seconds));
  const message = `Terlalu banyak percobaan. Coba lagi dalam ${Math.ceil(seconds / 60)} menit.`;
  const wantsPage = c.req.header('accept')?.includes('text/html') === true;
  if (wantsPage) return c.html(loginPage(message), 429);
  return refuse(c, { status: 429, code: 'too-many-tries', message });
}

// Hashing first makes both sides the same length, so that the time taken says nothing about either.
const same = (given: string, right: string): boolean =>
  timingSafeEqual(Buffer.from(sha256(given)), Buffer.from(sha256(right)));

function basicPassword(header: string | undefined): string | undefined {
  const encoded = /^basic ([a-z0-9+/=]+)$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [, ...password] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return password.join(':');
}

const addressOf = (c: Context<{ Bindings: Connection }>): string => c.env.incoming?.socket.remoteAddress ?? 'unknown';
