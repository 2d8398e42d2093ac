import type { Choice, InBody, OutMessage } from '../../../src/channels/channel.ts';
import type { ChatState, Decision, DeskName, Doing } from '../../../src/chats/desk.ts';
import type { InMail, ReceivedFile } from '../../../src/chats/mail-document.ts';
import { asChatId, asFileId, asKey } from '../../../src/core/ids.ts';
import type { Action } from '../../../src/dialogue/action.ts';
import { createDialogueDesk } from '../../../src/dialogue/answer.ts';
import { catalogOf } from '../../../src/dialogue/check.ts';
import { type Flows, loadFlows } from '../../../src/dialogue/load.ts';
import { DEMO_FILES } from './demo-files.ts';
import { demoWiring } from './demo-wiring.ts';
import { flowFiles } from './flow-files.ts';

let plainFlows: Flows | undefined;

/** A chat with the demo shop: what is said goes in, what is answered comes out, and everything is stored as JSON between. */
export function demoTalk(
  options: {
    desk?: DeskName;
    language?: 'id' | 'en';
    files?: Record<string, string>;
    met?: boolean;
    handOver?: string;
    actions?: readonly Action[];
  } = {},
) {
  const { desk: name = 'customer', language = 'id' } = options;
  const { wiring: plain, effects } = demoWiring();
  const more = Object.fromEntries((options.actions ?? []).map((one) => [one.name, one]));
  const wiring = { ...plain, actions: { ...plain.actions, ...more } };
  const catalogs = (['customer', 'owner'] as const).map((desk) => catalogOf(desk, wiring));
  const load = () => loadFlows(flowFiles({ ...DEMO_FILES, ...options.files }), catalogs);
  // The files of the plain demo shop are the same for every test, so they are read once.
  plainFlows ??= options.files === undefined ? load() : undefined;
  let flows = options.files === undefined && plainFlows !== undefined ? plainFlows : load();
  const newDesk = () =>
    createDialogueDesk({
      desk: name,
      flows: flows.of[name],
      texts: flows.texts,
      wiring,
      ...(options.handOver !== undefined && { handOver: options.handOver }),
      readIntent: (text) => {
        if (/ongkir|ongkos/i.test(text)) return { intent: 'ongkir', sure: true };
        if (/\b(mau|pengen) (pesan|beli)|\bpesan\b/i.test(text)) return { intent: 'order', sure: true };
        return text.split(' ').length > 2 ? { intent: 'apa-saja', sure: false } : undefined;
      },
      defaults: { language, humanHours: 12 },
    });
  let desk = newDesk();
  let chat: ChatState = {
    id: asChatId('simulator/local/1'),
    talk: [],
    shown: [],
    who: { desk: name, id: 'p1' },
    met: options.met ?? true,
    language,
  };
  let doing: Doing | undefined;
  let now = new Date('2026-01-05T02:00:00Z');
  let count = 0;
  let choices: readonly Choice[] = [];

  const mailOf = (body: InBody, more: Partial<InMail> = {}): InMail => ({
    _id: asKey(`simulator/local/c/${++count}`),
    v: 1,
    chat: chat.id,
    slot: 0,
    at: now,
    seq: count,
    open: true,
    refs: [],
    dir: 'in',
    by: 'person',
    sentAt: now,
    body,
    ...more,
  });

  const answer = async (run: readonly InMail[]): Promise<Decision> => {
    const decision = await desk.answer({
      chat,
      run,
      ...(doing && { doing }),
      now,
      before: async (move) => {
        doing = JSON.parse(JSON.stringify(move));
      },
    });
    doing = undefined;
    const { quiet: silence, who, ...rest } = chat;
    chat = {
      ...rest,
      ...(who && { who }),
      ...(decision.who && { who: decision.who }),
      ...(decision.language && { language: decision.language }),
      ...(decision.quiet === undefined ? silence && { quiet: silence } : decision.quiet && { quiet: decision.quiet }),
      talk: JSON.parse(JSON.stringify(decision.talk)),
      shown: decision.shown,
      met: true,
    };
    choices = decision.answers.flatMap((message) => message.choices ?? []);
    return decision;
  };
  const textOf = (messages: readonly OutMessage[]): string => messages.map(({ text }) => text).join('\n---\n');

  return {
    effects,
    mail: mailOf,
    answer,
    /** Sends a text and gives back what is answered, messages parted by `---`. */
    say: async (text: string, more: Partial<InMail> = {}): Promise<string> =>
      textOf((await answer([mailOf({ type: 'text', text }, more)])).answers),
    send: async (body: InBody, file?: ReceivedFile): Promise<string> =>
      textOf((await answer([mailOf(body, file && { file })])).answers),
    /** Taps the button with this label among those shown last. */
    tap: async (label: string): Promise<string> => {
      const choice = choices.find((one) => one.label === label);
      if (choice === undefined)
        throw new Error(`no button "${label}" among ${choices.map((one) => one.label).join(', ')}`);
      return textOf((await answer([mailOf({ type: 'tap', ...choice.tap })])).answers);
    },
    photo: async (name: string, caption = ''): Promise<string> =>
      textOf(
        (
          await answer([
            mailOf(
              { type: 'media', kind: 'image', ref: { channel: 'simulator', id: name }, caption },
              { file: photoFile(name) },
            ),
          ])
        ).answers,
      ),
    choices: () => choices,
    complete: (text: string): boolean => desk.complete(chat, [mailOf({ type: 'text', text })]),
    chat: () => chat,
    doing: () => doing,
    wait: (hours: number): void => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    change: (files: Record<string, string>): void => {
      flows = loadFlows(flowFiles({ ...DEMO_FILES, ...options.files, ...files }), catalogs);
      desk = newDesk();
    },
  };
}

export const photoFile = (name: string): ReceivedFile => ({
  type: 'stored',
  kind: 'image',
  file: { id: asFileId(name), mime: 'image/jpeg', name: `${name}.jpg` },
});
