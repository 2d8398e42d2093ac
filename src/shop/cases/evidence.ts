import type { Code, FileId } from '../../core/ids.ts';
import type { Files } from '../../store/files.ts';
import type { Case, EvidenceKind } from './case.ts';

/** What cases need of the stored files. */
export type CaseFiles = Pick<Files, 'find' | 'keep' | 'drop'>;

const aboutOf = (code: Code): string => `cases/${code}`;

/** Keeps files under a case and says what each shows; a file that is gone is left out. */
export async function keepFiles(
  code: Code,
  ids: readonly FileId[],
  files: CaseFiles,
): Promise<ReadonlyMap<FileId, EvidenceKind>> {
  const kinds = new Map<FileId, EvidenceKind>();
  for (const id of new Set(ids)) {
    const kind = await kindOf(id, files);
    if (kind !== undefined && (await files.keep(id, aboutOf(code)))) kinds.set(id, kind);
  }
  return kinds;
}

/** Lets go of all files of a case; with their last reference they are erased. */
export async function dropFiles({ _id, evidence, refund }: Case, files: CaseFiles): Promise<void> {
  const ids = [...evidence.map(({ file }) => file), ...(refund?.proof === undefined ? [] : [refund.proof])];
  for (const id of ids) await files.drop(id, aboutOf(_id));
}

async function kindOf(id: FileId, files: CaseFiles): Promise<EvidenceKind | undefined> {
  const mime = (await files.find(id))?.mime;
  if (mime === undefined) return undefined;
  if (mime.startsWith('image/')) return 'photo';
  return mime.startsWith('video/') ? 'video' : 'document';
}
