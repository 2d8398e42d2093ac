import type { CheckedFile } from './received-file.ts';

const WORDS: Record<CheckedFile['kind'], string> = {
  image: 'foto',
  pdf: 'dokumen',
  file: 'tabel',
  audio: 'suara',
  video: 'video',
};

/** The name a stored file is shown under, made by the house: `foto-3fa9c1.jpg`. The name it came with is never used. */
export const displayName = (file: CheckedFile, hash: string): string =>
  `${WORDS[file.kind]}-${hash.slice(0, 6)}.${file.ending}`;
