import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type Clock, SECOND } from '../core/clock.ts';
import type { WebApp } from './app.ts';

/** A web room that listens. */
export interface WebServer {
  /** Where it listens, as a link: `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly port: number;
  /** Ends open streams, lets running answers finish for some seconds, and resolves when nothing of it is left. */
  close(): Promise<void>;
}

const GRACE_MS = 3 * SECOND;
const LOOK_MS = 25;

/** Listens; rejects with the system's error (`EADDRINUSE`, `EACCES`) when it cannot. */
export async function serveWeb(
  app: WebApp,
  at: { readonly host: string; readonly port: number },
  clock: Clock,
  graceMs = GRACE_MS,
): Promise<WebServer> {
  const listener = getRequestListener((request, env) => app.fetch(request, env));
  const server = createServer({ requestTimeout: 60 * SECOND }, (request, response) => void listener(request, response));
  const idle = idleConnections(server);
  server.listen(at.port, at.host);
  await once(server, 'listening');
  const port = portOf(server);
  const host = at.host.includes(':') ? `[${at.host}]` : at.host;
  return {
    url: `http://${host}:${port}`,
    port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      app.close();
      const done = new AbortController();
      void closed.then(() => done.abort());
      const end = clock.monotonic() + graceMs;
      while (!done.signal.aborted && clock.monotonic() < end) {
        for (const connection of idle) connection.destroy();
        await clock.sleep(LOOK_MS, done.signal);
      }
      server.closeAllConnections();
      await closed;
    },
  };
}

/**
 * The connections on which nothing is being answered. Node's own closeIdleConnections leaves those out on which nothing was
 * asked yet, and browsers open such ones in advance: they would keep us until the grace is over.
 */
function idleConnections(server: Server): ReadonlySet<Socket> {
  const idle = new Set<Socket>();
  server.on('connection', (socket) => {
    idle.add(socket);
    socket.once('close', () => idle.delete(socket));
  });
  server.on('request', ({ socket }, response) => {
    idle.delete(socket);
    response.once('close', () => socket.destroyed || idle.add(socket));
  });
  return idle;
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}
