import type { FileId } from '../../core/ids.ts';

/** Why a file that a person sent could not be taken. */
export type FileRefusal = 'too-large' | 'not-readable' | 'not-allowed';

/** What a file turns out to be, whatever its name and the platform say. */
type FileKind = 'image' | 'pdf' | 'file' | 'audio' | 'video';

/** A file that was looked through and may be stored: the bytes to keep, which for a picture are not the ones that came. */
export interface CheckedFile {
  readonly kind: FileKind;
  readonly mime: string;
  readonly ending: string;
  readonly bytes: Uint8Array;
  /** What a picture looks like. */
  readonly look?: string;
}

/** What became of a file that a person sent: stored under its hash, or why not. */
export type ReceivedFile =
  | {
      readonly type: 'stored';
      readonly kind: FileKind;
      readonly file: { readonly id: FileId; readonly mime: string; readonly name: string };
    }
  | { readonly type: 'failed'; readonly reason: FileRefusal };
