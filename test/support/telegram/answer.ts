import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import { TgRefusal } from './shapes.ts';

/** What an answer is: a status and a body. */
export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly html?: true;
}

export const yes = (result: unknown): Answer => ({ status: 200, body: JSON.stringify({ ok: true, result }) });

/** The answer to a refusal; what is not one is a bug of the test. */
export function no(error: unknown): Answer {
  if (!(error instanceof TgRefusal)) throw error;
  const { code, message, parameters } = error;
  const body = { ok: false, error_code: code, description: message, ...(parameters && { parameters }) };
  return { status: code, body: JSON.stringify(body) };
}

const STANDARD: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  404: 'Not Found',
  409: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
  413: 'Request Entity Too Large',
  429: 'Too Many Requests: retry after 1',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
};

/** The answer of a fault that refuses the call. */
export function refusalOf(fault: Fault): Answer | undefined {
  if (fault.type === 'html') {
    const body = `<html><head><title>${fault.code}</title></head><body><center>nginx</center></body></html>`;
    return { status: fault.code, body, html: true };
  }
  if (fault.type !== 'code') return undefined;
  return no(new TgRefusal(fault.code, fault.description ?? STANDARD[fault.code] ?? 'Error', fault.parameters));
}

export function write(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    'content-type': answer.html ? 'text/html' : 'application/json',
    'content-length': Buffer.byteLength(answer.body),
  });
  response.end(answer.body);
}

/** Sends half of an answer, then breaks the line. */
export async function writeHalf(response: ServerResponse, answer: Answer): Promise<void> {
  const bytes = Buffer.from(answer.body);
  response.writeHead(answer.status, { 'content-type': 'application/json', 'content-length': bytes.length });
  await new Promise<void>((resolve) => {
    response.write(bytes.subarray(0, bytes.length >> 1), () => resolve());
  });
  response.socket?.destroy();
}
