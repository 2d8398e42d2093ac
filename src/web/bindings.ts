import type { Hono } from 'hono';

/** What the listening server tells of a connection; nothing when a test calls the app directly. */
export interface Connection {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } };
}

/** The web room's Hono app. */
export type WebHono = Hono<{ Bindings: Connection }>;
