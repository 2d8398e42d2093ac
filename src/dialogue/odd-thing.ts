import type { Line, Reply } from './talk.ts';

/** What to say to a thing that is no answer: a sticker, a voice note, a file that could not be read, nothing at all. */
export function oddThing(reply: Reply): Line | undefined {
  const failed = reply.files.find((file) => file.type === 'failed');
  if (failed?.type === 'failed') return { text: `engine.berkas-${failed.reason}` };
  if (reply.unsupported !== undefined) return { text: 'engine.tidak-didukung' };
  if (reply.text !== '') return undefined;
  const [file] = reply.files;
  if (file?.type === 'stored') return { text: file.kind === 'audio' ? 'engine.suara' : 'engine.berkas-untuk-apa' };
  if (reply.place !== undefined || reply.cart !== undefined) return undefined;
  return { text: 'engine.kosong' };
}
