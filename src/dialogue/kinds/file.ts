import { z } from 'zod';
import type { StoredFile } from '../../channels/channel.ts';
import type { ReceivedFile } from '../../chats/mail-document.ts';
import { asFileId } from '../../core/ids.ts';
import type { Json } from '../../core/json.ts';
import type { Language } from '../../core/language.ts';
import type { Kind, Parsed } from '../kind.ts';
import type { Reply } from '../talk.ts';

const kinds = ['image', 'pdf', 'file', 'audio', 'video'] as const;
const shape = z.object({ kind: z.enum(kinds), id: z.string(), mime: z.string(), name: z.string() });

/** A file as it stands among answers. */
export interface FileAnswer {
  readonly kind: (typeof kinds)[number];
  readonly file: StoredFile;
}

/** Reads a file back from an answer; for actions that take files. */
export const fileAnswer = z.unknown().transform((value): FileAnswer => {
  const { kind, id, mime, name } = shape.parse(value);
  return { kind, file: { id: asFileId(id), mime, name } };
});

/** Any file: a document, a picture, a video. */
export const file: Kind = fileKind(['image', 'pdf', 'file', 'video', 'audio'], 'engine.perlu-berkas');

/** A kind that takes files of some sorts, several in one reply; one that could not be taken is answered with its reason. */
export function fileKind(takes: readonly (typeof kinds)[number][], why: string): Kind {
  return {
    parse: (reply) => parseFiles(reply, takes, why),
    show: (value, language) => {
      const read = shape.safeParse(value);
      return read.success ? (SHOWN[language][read.data.kind] ?? read.data.name) : '-';
    },
  };
}

// What a platform calls a photo says nothing to the person who sent it.
const SHOWN: Readonly<Record<Language, Readonly<Partial<Record<FileAnswer['kind'], string>>>>> = {
  id: { image: 'foto', video: 'video', audio: 'suara' },
  en: { image: 'photo', video: 'video', audio: 'voice' },
};

function parseFiles({ files }: Reply, takes: readonly string[], why: string): Parsed {
  const good = files.flatMap((one) => (one.type === 'stored' && takes.includes(one.kind) ? [asAnswer(one)] : []));
  if (good.length > 0) return { type: 'several', values: good };
  const failed = files.find((one) => one.type === 'failed');
  if (failed?.type === 'failed') return { type: 'failed', why: `engine.berkas-${failed.reason}` };
  return { type: 'failed', why: files.length > 0 ? 'engine.bukan-berkas-ini' : why };
}

const asAnswer = ({ kind, file: { id, mime, name } }: ReceivedFile & { type: 'stored' }): Json => ({
  kind,
  id,
  mime,
  name,
});
