import type { OutMessage } from '../channels/channel.ts';
import type { InMail, MailDocument } from './mail-document.ts';
import type { MailStore } from './mail-store.ts';

/** What the message quoted by a mail was about, whether that was a push or the answer to other mail. */
export type Quoted = Pick<InMail, 'about' | 'relayed'>;

/** Finds what the message quoted by a mail was about. */
export async function quotedBy(store: MailStore, { chat, quotes }: InMail): Promise<Quoted> {
  const quoted = quotes === undefined ? undefined : await store.byRef(chat, quotes);
  return quoted && quotes !== undefined ? whatOf(quoted, quotes) : {};
}

function whatOf(quoted: MailDocument, ref: string): Quoted {
  if (quoted.dir === 'out') return meant(quoted.about ?? quoted.message.about, quoted.message);
  const answer = quoted.log?.find((sent) => sent.ref === ref)?.message;
  return meant(answer?.about ?? quoted.about, answer);
}

const meant = (about: string | undefined, message: OutMessage | undefined): Quoted => ({
  ...(about !== undefined && { about }),
  ...(message?.relays === true && { relayed: true }),
});
