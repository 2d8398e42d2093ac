import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, no, refusalOf, write, writeHalf, yes } from './answer.ts';
import { BOT_METHODS } from './bot-methods.ts';
import { EDIT_METHODS } from './edit-methods.ts';
import type { Fault, Faults } from './faults.ts';
import { readCall } from './read-call.ts';
import { SEND_METHODS } from './send-methods.ts';
import { type Call, type Params, TgRefusal } from './shapes.ts';
import { updateMethod } from './update-methods.ts';
import type { Webhook } from './webhook.ts';
import type { TgWorld } from './world.ts';

const METHODS = { ...BOT_METHODS, ...SEND_METHODS, ...EDIT_METHODS };
const MAX_BODY = 50 << 20;

interface Deps {
  readonly token: string;
  readonly world: TgWorld;
  readonly calls: Call[];
  readonly faults: Faults;
  readonly webhook: Webhook;
}

/** Creates what answers each request to the server. */
export function createHandler(deps: Deps) {
  const { token, world, calls, faults, webhook } = deps;

  async function carryOut(method: string, params: Params, gone = new AbortController().signal): Promise<Answer> {
    try {
      const plain = METHODS[method];
      const result = plain ? plain(world, params) : await updateMethod(world, webhook, method, params, gone);
      if (result === undefined) throw new TgRefusal(404, 'Not Found: method not found');
      return yes(result);
    } catch (error) {
      return no(error);
    }
  }

  async function takeMethod(request: IncomingMessage, response: ServerResponse, url: URL, method: string) {
    const params = await readCall(request, url);
    const uploads = [...params.uploads].map(([part, { name, bytes }]) => ({ part, name, size: bytes.length }));
    const call: Call = { method, params: params.fields, uploads, at: Date.now() };
    calls.push(call);
    const gone = new AbortController();
    response.on('close', () => {
      gone.abort();
      call.answer ??= 'gone';
    });
    const fault = await takeFault(faults, method, Number(params.fields.chat_id ?? Number.NaN));
    if (fault?.type === 'reset') return breakOff(response, call, 'reset');
    const answer = (fault && refusalOf(fault)) ?? (await carryOut(method, params, gone.signal));
    if (fault?.type === 'ghost') return breakOff(response, call, 'ghost');
    if (fault?.type === 'cut') {
      call.answer = 'cut';
      return await writeHalf(response, answer);
    }
    call.answer = answer.status === 200 ? 'ok' : answer.status;
    write(response, answer);
  }

  async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://loopback');
    const [, first, ...rest] = url.pathname.split('/');
    if (first === 'file') return takeFile(response, rest);
    if (first !== `bot${token}`) return write(response, no(new TgRefusal(401, 'Unauthorized')));
    if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) {
      return write(response, no(new TgRefusal(413, 'Request Entity Too Large')));
    }
    try {
      await takeMethod(request, response, url, rest.join('/'));
    } catch (error) {
      // A caller that hung up half-way through its own request is not answered.
      if (!request.destroyed && !response.destroyed) write(response, { status: 500, body: String(error) });
    }
  }

  // The method of a download is called `download`, for faults.
  async function takeFile(response: ServerResponse, [bot, ...path]: readonly string[]): Promise<void> {
    const bytes = bot === `bot${token}` ? world.files.byPath(path.join('/')) : undefined;
    const fault = await takeFault(faults, 'download', Number.NaN);
    const refusal = (fault && refusalOf(fault)) ?? (bytes ? undefined : no(new TgRefusal(404, 'Not Found')));
    if (refusal) write(response, refusal);
    else if (fault?.type === 'cut') await writeHalf(response, { status: 200, body: String(bytes) });
    else if (fault) response.socket?.resetAndDestroy();
    else response.writeHead(200, { 'content-length': bytes?.length }).end(bytes);
  }

  return { take, carryOut };
}

// A delay lets the call go on, so another fault may follow it.
async function takeFault(faults: Faults, method: string, chat: number): Promise<Fault | undefined> {
  for (;;) {
    const fault = faults.take(method, Number.isNaN(chat) ? undefined : chat);
    if (fault?.type !== 'delay') return fault;
    // A long delay keeps no test alive.
    await pause(fault.ms, undefined, { ref: false });
  }
}

function breakOff(response: ServerResponse, call: Call, answer: 'reset' | 'ghost'): void {
  call.answer = answer;
  response.socket?.resetAndDestroy();
}
