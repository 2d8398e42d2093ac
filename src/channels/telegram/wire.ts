import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline, type Readable } from 'node:stream';

// grammY's own client (node-fetch) tells neither whether bytes have left nor the status of an answer that is not JSON,
// and its errors print the URL, which holds the token. What may be repeated hangs on exactly that, so the bytes go
// through here.

const CONNECT_MS = 3_000;

/** A call that got no answer. `left`: its bytes may have reached the other side. Never holds the URL. */
export class WireError extends Error {
  readonly left: boolean;
  readonly code: string;
  constructor(left: boolean, code: string) {
    super(left ? `no answer came (${code})` : `no connection (${code})`);
    this.left = left;
    this.code = code;
  }
}

/** What goes out. */
interface WireCall {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
  /** The most bytes an answer may have. */
  readonly maxBytes: number;
}

export interface WireAnswer {
  readonly status: number;
  readonly bytes: Buffer;
}

/** Connections to one platform, kept alive between calls. */
export interface Wire {
  /** Resolves with whatever was answered, throws `WireError` when nothing was. */
  ask(url: string, call: WireCall, stop: AbortSignal): Promise<WireAnswer>;
  /** Closes connections that nobody uses. */
  close(): void;
}

export function createWire(): Wire {
  const http = new HttpAgent({ keepAlive: true });
  const https = new HttpsAgent({ keepAlive: true });
  return {
    ask: async (url, call, stop) => {
      if (stop.aborted) throw new WireError(false, 'STOPPED');
      return await exchange(url, call, stop, { http, https });
    },
    close: () => {
      for (const sockets of [...Object.values(http.freeSockets), ...Object.values(https.freeSockets)]) {
        for (const socket of sockets ?? []) socket.destroy();
      }
    },
  };
}

async function exchange(
  url: string,
  { method, headers = {}, body, maxBytes }: WireCall,
  stop: AbortSignal,
  agents: { readonly http: HttpAgent; readonly https: HttpsAgent },
): Promise<WireAnswer> {
  const secure = url.startsWith('https:');
  const request = secure
    ? httpsRequest(url, { method, headers, agent: agents.https })
    : httpRequest(url, { method, headers, agent: agents.http });
  let left = false;
  const connecting = setTimeout(() => request.destroy(coded('CONNECT_TIMEOUT')), CONNECT_MS);
  const halt = () => request.destroy(coded('STOPPED'));
  stop.addEventListener('abort', halt);
  try {
    return await new Promise((resolve, reject) => {
      request.once('socket', (socket) => {
        const connected = () => {
          left = true;
          clearTimeout(connecting);
        };
        if (request.reusedSocket || !socket.connecting) connected();
        else socket.once(secure ? 'secureConnect' : 'connect', connected);
      });
      request.once('error', reject);
      request.once('response', (response) => {
        const parts: Buffer[] = [];
        let size = 0;
        response.on('data', (part: Buffer) => {
          size += part.length;
          if (size > maxBytes) request.destroy(coded('TOO_LONG'));
          else parts.push(part);
        });
        response.once('end', () => resolve({ status: response.statusCode ?? 0, bytes: Buffer.concat(parts) }));
        response.once('error', reject);
      });
      if (typeof body === 'object') pipeline(body, request, (error) => error && reject(error));
      else request.end(body);
    });
  } catch (error) {
    throw new WireError(left, codeOf(error));
  } finally {
    clearTimeout(connecting);
    stop.removeEventListener('abort', halt);
  }
}

const coded = (code: string): Error => Object.assign(new Error(code), { code });

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'BROKEN';
