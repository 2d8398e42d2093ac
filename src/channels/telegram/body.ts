import type { InBody, MediaRef } from '../channel.ts';
import type { TelegramMessage } from './update.ts';

// What a person can send that no flow reads; named so that the answer can say what it was.
const UNSUPPORTED = ['sticker', 'contact', 'poll', 'dice', 'game', 'story', 'checklist', 'paid_media', 'gift'] as const;

type File = NonNullable<TelegramMessage['document']>;

/** What a message says; undefined for what nobody said (a pinned message, a changed timer). */
export function bodyOf(message: TelegramMessage): InBody | undefined {
  if (message.text !== undefined) return { type: 'text', text: message.text };
  const media = mediaOf(message);
  if (media) return media;
  const { location } = message;
  if (location) return { type: 'place', lat: location.latitude, lon: location.longitude };
  const kind = UNSUPPORTED.find((name) => name in message);
  return kind === undefined ? undefined : { type: 'unsupported', kind };
}

function mediaOf(message: TelegramMessage): InBody | undefined {
  const { photo, animation, document, voice, audio, video, video_note, caption = '' } = message;
  const biggest = photo?.toSorted((a, b) => a.width * a.height - b.width * b.height).at(-1);
  if (biggest) return { type: 'media', kind: 'image', ref: refOf(biggest, 'image/jpeg'), caption };
  // A moving picture comes as a document too, so it is looked at first.
  const moving = animation ?? video ?? video_note;
  if (moving) return { type: 'media', kind: 'video', ref: refOf(moving, 'video/mp4'), caption };
  const sound = voice ?? audio;
  if (sound) return { type: 'media', kind: 'audio', ref: refOf(sound, 'audio/ogg'), caption };
  if (!document) return undefined;
  // Many send a proof "as a file", so that Telegram does not shrink it: still a picture.
  const kind = document.mime_type?.startsWith('image/') ? 'image' : 'file';
  return { type: 'media', kind, ref: refOf(document), caption };
}

function refOf(file: File, mime?: string): MediaRef {
  const type = file.mime_type ?? mime;
  return {
    channel: 'telegram',
    id: file.file_id,
    ...(type !== undefined && { mime: type }),
    ...(file.file_name !== undefined && { name: file.file_name }),
    ...(file.file_size !== undefined && { size: file.file_size }),
  };
}
