import { createHash } from 'node:crypto';
import { bad, type TgDocument, type TgPhotoSize } from './shapes.ts';

interface Kept {
  readonly bytes: Buffer;
  readonly unique: string;
  readonly path: string;
}

const MB = 1 << 20;
const MAX_DOWNLOAD = 20 * MB;
const MAX_PHOTO = 10 * MB;
const MAX_UPLOAD = 50 * MB;

/** The files of the server: the same bytes have the same unique id, but a new file id each time. */
export class Files {
  #byId = new Map<string, Kept>();
  #count = 0;

  /** Keeps a picture in three sizes; only the biggest holds its bytes. */
  photo(bytes: Buffer): readonly TgPhotoSize[] {
    if (bytes.length > MAX_PHOTO) throw bad('file is too big');
    if (!isPicture(bytes)) throw bad('IMAGE_PROCESS_FAILED');
    const small = Buffer.from(`thumbnail of ${unique(bytes)}`);
    return [
      { ...this.#keep(small, 'photos', 'jpg'), width: 90, height: 67 },
      { ...this.#keep(Buffer.concat([small, small]), 'photos', 'jpg'), width: 320, height: 240 },
      { ...this.#keep(bytes, 'photos', 'jpg'), width: 1280, height: 960 },
    ];
  }

  document(bytes: Buffer, name: string, mime: string): TgDocument {
    if (bytes.length > MAX_UPLOAD) throw bad('file is too big');
    return { ...this.#keep(bytes, 'documents', name.split('.').pop() ?? 'dat'), file_name: name, mime_type: mime };
  }

  /** Any other kind of file: voice, video, sticker. */
  any(bytes: Buffer, folder: string) {
    return this.#keep(bytes, folder, 'dat');
  }

  bytesOf(id: string): Buffer | undefined {
    return this.#byId.get(id)?.bytes;
  }

  /** The answer of getFile. */
  describe(id: string) {
    const file = this.#byId.get(id);
    if (!file) throw bad('wrong file_id or the file is temporarily unavailable');
    if (file.bytes.length > MAX_DOWNLOAD) throw bad('file is too big');
    return { file_id: id, file_unique_id: file.unique, file_size: file.bytes.length, file_path: file.path };
  }

  byPath(path: string): Buffer | undefined {
    return [...this.#byId.values()].find((file) => file.path === path)?.bytes;
  }

  /** Lets every file go, as Telegram does after a long time. */
  forget(): void {
    this.#byId.clear();
  }

  #keep(bytes: Buffer, folder: string, extension: string) {
    this.#count++;
    const kept = { bytes, unique: unique(bytes), path: `${folder}/file_${this.#count}.${extension}` };
    const id = `AgACAgUAAx${this.#count.toString().padStart(6, '0')}${kept.unique}`;
    this.#byId.set(id, kept);
    return { file_id: id, file_unique_id: kept.unique, file_size: bytes.length };
  }
}

const unique = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 15);

function isPicture(bytes: Buffer): boolean {
  const head = bytes.subarray(0, 12).toString('latin1');
  return (
    head.startsWith('\xff\xd8\xff') || head.startsWith('\x89PNG') || head.startsWith('GIF8') || head.includes('WEBP')
  );
}
