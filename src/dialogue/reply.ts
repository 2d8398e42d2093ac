import type { InMail } from '../chats/mail-document.ts';
import { cleanText } from '../core/text.ts';
import type { Reply } from './talk.ts';

/** More than anybody types by hand; what is longer is cut, so that no reader takes long. */
const LONGEST = 6_000;

/** What a run of mail says in one piece: a burst of texts joined by newlines, an album as several files, the last tap. */
export function replyOf(run: readonly InMail[]): Reply {
  const mail = run.filter(({ by }) => by === 'person');
  const edited = new Set(
    mail.flatMap(({ body }) => (body.type === 'edited' || body.type === 'deleted' ? [body.of] : [])),
  );
  const bodies = mail.filter(({ _id }) => !edited.has(_id)).map(({ body }) => body);
  const texts = bodies.flatMap((body) => {
    if (body.type === 'text') return [body.text];
    if (body.type === 'edited') return [body.text ?? ''];
    return body.type === 'media' ? [body.caption] : [];
  });
  const tap = bodies.findLast((body) => body.type === 'tap');
  const place = bodies.findLast((body) => body.type === 'place');
  const cart = bodies.flatMap((body) => (body.type === 'cart' ? body.items : []));
  const unsupported = bodies.find((body) => body.type === 'unsupported');
  const about = mail.findLast((one) => one.about !== undefined)?.about;
  return {
    text: cleanText(texts.filter((text) => text !== '').join('\n'))
      .slice(0, LONGEST)
      .toWellFormed(),
    files: mail.flatMap(({ file }) => (file === undefined ? [] : [file])),
    ...(tap !== undefined && {
      tap: { verb: tap.verb, code: tap.code, ...(tap.rev !== undefined && { rev: tap.rev }) },
    }),
    ...(place !== undefined && { place: { lat: place.lat, lon: place.lon } }),
    ...(cart.length > 0 && { cart }),
    ...(unsupported !== undefined && { unsupported: unsupported.kind }),
    ...(about !== undefined && { about }),
    ...(mail.some(({ relayed }) => relayed === true) && { relayed: true }),
    ...(mail.some(({ forwarded }) => forwarded === true) && { forwarded: true }),
  };
}
