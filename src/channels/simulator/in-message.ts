import type { ChatAddress, InBody, InMessage } from '../channel.ts';
import type { ChatMessage } from './phones.ts';

/** Translates what was posted on the page into the house's words. */
export function inMessageOf(message: ChatMessage, chat: ChatAddress, name: string): InMessage {
  const quotes = message.tap?.on ?? message.quotes;
  return {
    key: message.key,
    chat,
    by: 'person',
    sentAt: message.at,
    name,
    body: bodyOf(message),
    ...(quotes !== undefined && { quotes: String(quotes) }),
    ...(message.album !== undefined && { album: message.album }),
  };
}

function bodyOf({ tap, file, text }: ChatMessage): InBody {
  if (tap) return { type: 'tap', verb: tap.verb, code: tap.code, ...(tap.rev !== undefined && { rev: tap.rev }) };
  if (!file) return { type: 'text', text };
  const { id, mime, name, size } = file;
  return {
    type: 'media',
    kind: mediaKind(mime),
    ref: { channel: 'simulator', id, mime, name, ...(size !== undefined && { size }) },
    caption: text,
  };
}

function mediaKind(mime: string): 'image' | 'file' | 'audio' | 'video' {
  const family = mime.split('/')[0];
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file';
}
