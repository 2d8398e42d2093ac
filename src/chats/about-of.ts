import type { InMail, MailDocument } from './mail-document.ts';
import type { MailStore } from './mail-store.ts';

/** The code that the message quoted by a mail was about, whether that was a push or the answer to other mail. */
export async function aboutOf(store: MailStore, { chat, quotes }: InMail): Promise<string | undefined> {
  if (quotes === undefined) return undefined;
  const quoted = await store.byRef(chat, quotes);
  return quoted && codeIn(quoted, quotes);
}

function codeIn(quoted: MailDocument, ref: string): string | undefined {
  if (quoted.dir === 'out') return quoted.about ?? quoted.message.about;
  return quoted.log?.find((sent) => sent.ref === ref)?.message.about ?? quoted.about;
}
