import { chatIdOf, type InBody, type InMessage } from '../channels/channel.ts';
import { cleanText, cutText } from '../core/text.ts';
import type { InMail } from './mail-document.ts';
import { slotOf } from './slots.ts';

/** The longest text that is kept of one message; no platform sends more, but a forger may. */
const LONGEST_TEXT = 16_384;

/** The document that a message becomes; its text cleaned of what no keyboard types. */
export function toMail(message: InMessage, at: Date, seq: number): InMail {
  const chat = chatIdOf(message.chat);
  const ref = message.key.split('/').at(-1) ?? '';
  return {
    _id: message.key,
    v: 1,
    dir: 'in',
    chat,
    slot: slotOf(chat),
    at,
    seq,
    open: true,
    refs: ref === '' ? [] : [ref],
    by: message.by,
    sentAt: message.sentAt,
    body: cleaned(message.body),
    ...(message.name !== undefined && { name: cutText(cleanText(message.name), 80) }),
    ...(message.quotes !== undefined && { quotes: message.quotes }),
    ...(message.forwarded === true && { forwarded: true }),
    ...(message.album !== undefined && { album: message.album }),
  };
}

/** What is kept of a message that cannot be stored as it is: that it came, and why it was cut. */
export const asStray = (mail: InMail): InMail => ({
  ...mail,
  open: false,
  end: 'stray',
  body: { type: 'unsupported', kind: `stray ${mail.body.type}` },
});

function cleaned(body: InBody): InBody {
  switch (body.type) {
    case 'text':
      return { ...body, text: cutText(cleanText(body.text), LONGEST_TEXT) };
    case 'media':
      return { ...body, caption: cutText(cleanText(body.caption), LONGEST_TEXT) };
    case 'edited':
    case 'deleted':
      return body.text === undefined ? body : { ...body, text: cutText(cleanText(body.text), LONGEST_TEXT) };
    case 'tap':
    case 'place':
    case 'cart':
    case 'unsupported':
      return body;
  }
}
