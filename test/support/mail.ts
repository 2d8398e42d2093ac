import type { InBody } from '../../src/channels/channel.ts';
import type { InMail, PushMail } from '../../src/chats/mail-document.ts';
import { asChatId, asKey } from '../../src/core/ids.ts';

let n = 0;
const base = () =>
  ({
    _id: asKey(`m${++n}`),
    v: 1,
    chat: asChatId('simulator/test/budi'),
    slot: 0,
    at: new Date(1_000 + n),
    seq: n,
    open: true,
    refs: [],
  }) as const;

/** Mail as it lies in a lane. */
export const inMail = (body: string | InBody, more: Partial<InMail> = {}): InMail => ({
  ...base(),
  dir: 'in',
  by: 'person',
  sentAt: new Date(0),
  body: typeof body === 'string' ? { type: 'text', text: body } : body,
  ...more,
});

/** A picture, of an album or not. */
export const photo = (album?: string): InMail =>
  inMail(
    { type: 'media', kind: 'image', ref: { channel: 'simulator', id: 'x' }, caption: '' },
    album === undefined ? {} : { album },
  );

/** A push that waits. */
export const pushMail = (text: string, more: Partial<PushMail> = {}): PushMail => ({
  ...base(),
  dir: 'out',
  message: { text },
  thread: 'order/A',
  rank: 2,
  tries: 0,
  unknowns: 0,
  ...more,
});
