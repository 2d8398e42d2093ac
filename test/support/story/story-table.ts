import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LEFT_OUT } from './left-out.ts';
import { readStory, type Story } from './read-story.ts';
import { STORIES_DIR, storyNames } from './stories.ts';

/** A story with where it lies. */
export interface NamedStory extends Story {
  readonly name: string;
  /** What people do, line by line. */
  readonly deeds: readonly string[];
}

export const allStories = (): readonly NamedStory[] =>
  storyNames().map((name) => {
    const story = readStory(readFileSync(join(STORIES_DIR, name), 'utf8'));
    return { name, ...story, deeds: story.parts.flatMap((part) => (part.type === 'deed' ? [part.line] : [])) };
  });

/** The English story beside `order/lewat-katalog.chat`: `order/lewat-katalog.en.chat`. */
const inEnglish = (name: string): string => name.replace(/\.chat$/, '.en.chat');
export const isEnglishOf = (name: string): boolean => name.endsWith('.en.chat');

// Which flows the stories of a folder walk through.
const FLOWS: Readonly<Record<string, string>> = {
  burst: 'pesan, bukti',
  cancel: 'pesan, batal',
  corrections: 'pesan, ubah',
  digressions: 'pesan, ongkir, cari, aturan, pantau, bukti',
  'invalid-input': 'katalog, pesan, ongkir, menu, bantuan',
  languages: 'pesan, bahasa, katalog, batal, bukti',
  media: 'titipan, bukti, pesan',
  offline: 'pesan, bukti, pantau',
  'old-buttons': 'pesan, bukti, batal, katalog',
  order: 'pesan, katalog, cari, lagi, bukti, pantau',
  owner: 'kerja, terima, teruskan, balas',
  payment: 'bukti, bayar, pantau; terima, tolak, jumlah',
  privacy: 'privasi, data-saya, hapus-data, batal',
  quiet: 'cs, promo, pesan',
  retur: 'komplain, rekening, banding',
  status: 'pantau, terima, belum-sampai',
  supplier: 'jawab',
};

/** The table of the stories' README: situation, flows, file, exchanges, languages, channels. */
export function storyTable(stories: readonly NamedStory[]): string {
  const names = new Set(stories.map(({ name }) => name));
  const rows = stories
    .filter(({ name }) => !isEnglishOf(name))
    .map(({ name, title, language, deeds }) => {
      const flows = FLOWS[name.split('/')[0] ?? ''] ?? '';
      const languages = names.has(inEnglish(name)) ? 'id, en' : language;
      const without = Object.entries(LEFT_OUT).flatMap(([run, left]) => (left[name] ? [`tanpa ${run}`] : []));
      return `| ${[title, flows, `\`${name}\``, deeds.length, languages, without.join(', ') || 'semua'].join(' | ')} |`;
    });
  return ['| situasi | flow | berkas | langkah | bahasa | saluran |', '|---|---|---|---|---|---|', ...rows].join('\n');
}
