/**
 * Writes the table of settings into README.md and README.id.md, from the schema that the program reads:
 *
 *   npx tsx scripts/settings-table.ts
 *
 * A test checks that both are current.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { SETTINGS } from '../src/config.ts';
import type { Language } from '../src/core/language.ts';

type Name = keyof typeof SETTINGS;

const BEGIN = '<!-- settings: written by scripts/settings-table.ts -->';
const END = '<!-- end of settings -->';

/** The pages that carry the table, with the language of each. */
export const PAGES: Readonly<Record<Language, string>> = { en: 'README.md', id: 'README.id.md' };

const HEAD: Readonly<Record<Language, string>> = {
  en: '| variable | without it | what it takes |',
  id: '| variabel | kalau tidak diisi | isinya |',
};

// What happens without a setting that has no fixed value of its own.
const WITHOUT: Readonly<Record<Language, Partial<Record<Name, string>>>> = {
  en: {
    MONGODB_URI: 'the embedded store',
    SIMULATOR: 'on when no Telegram token is set, else off',
    SIMULATOR_PASSWORD: 'no password; not enough when `HOST` is not loopback',
    TELEGRAM_BOT_TOKEN: 'Telegram is off',
    TELEGRAM_OWNER_IDS: 'nobody is the owner on Telegram',
    TELEGRAM_API_ROOT: "Telegram's own",
    TELEGRAM_WEBHOOK_URL: 'long polling',
    TELEGRAM_WEBHOOK_SECRET: 'needed with `TELEGRAM_WEBHOOK_URL` only',
  },
  id: {
    MONGODB_URI: 'penyimpanan bawaan',
    SIMULATOR: '`on` kalau token Telegram belum diisi, selain itu `off`',
    SIMULATOR_PASSWORD: 'tanpa kata sandi; tidak cukup kalau `HOST` bukan komputer ini',
    TELEGRAM_BOT_TOKEN: 'Telegram mati',
    TELEGRAM_OWNER_IDS: 'belum ada pemilik di Telegram',
    TELEGRAM_API_ROOT: 'milik Telegram',
    TELEGRAM_WEBHOOK_URL: 'bot yang bertanya ke Telegram (long polling)',
    TELEGRAM_WEBHOOK_SECRET: 'hanya perlu bersama `TELEGRAM_WEBHOOK_URL`',
  },
};

const TAKES_ID: Readonly<Record<Name, string>> = {
  MONGODB_URI: '`mongodb://host/database` atau `mongodb+srv://...`',
  DATA_DIR: 'folder untuk penyimpanan bawaan',
  HOST: 'alamat tempat program mendengarkan',
  PORT: 'nomor port 0 sampai 65535 (0: pilih yang kosong)',
  SIMULATOR: '`on` atau `off`',
  SIMULATOR_PASSWORD: 'paling sedikit 8 karakter',
  TELEGRAM_BOT_TOKEN: 'token dari @BotFather, seperti `123456:ABC...`',
  TELEGRAM_OWNER_IDS: 'nomor id Telegram pemilik, pisahkan dengan koma',
  TELEGRAM_API_ROOT: 'alamat http atau https',
  TELEGRAM_WEBHOOK_URL: 'alamat https yang sampai ke program ini, berakhir `/telegram/webhook`',
  TELEGRAM_WEBHOOK_SECRET: '16 sampai 256 karakter A-Z a-z 0-9 _ -',
  WHATSAPP: '`off` (WhatsApp belum dibuat)',
  LOG_LEVEL: 'trace, debug, info, warn, error, silent',
  TIMEZONE: 'zona waktu: Asia/Jakarta, Asia/Makassar, atau Asia/Jayapura',
  LANGUAGE: '`id` atau `en`',
};

/** The table of all settings in a language, in the order of the schema. */
export function settingsTable(language: Language): string {
  const rows = Object.entries(SETTINGS).map(([name, { type, right }]) => {
    const given = type.safeParse(undefined);
    const own = given.success && given.data !== undefined ? `\`${given.data}\`` : undefined;
    // Every name is a key of the schema that the two lists are typed by.
    const without = own ?? WITHOUT[language][name as Name];
    if (without === undefined) throw new Error(`scripts/settings-table.ts does not say what happens without ${name}`);
    return `| \`${name}\` | ${without} | ${language === 'en' ? right : TAKES_ID[name as Name]} |`;
  });
  return [HEAD[language], '|---|---|---|', ...rows].join('\n');
}

/** A page with the table in the place that is marked for it. */
export function withSettings(page: string, table: string): string {
  const [before, rest] = cut(page, BEGIN);
  const [, after] = cut(rest, END);
  return `${before}${BEGIN}\n\n${table}\n\n${END}${after}`;
}

function cut(page: string, mark: string): readonly [string, string] {
  const at = page.indexOf(mark);
  if (at === -1) throw new Error(`the mark "${mark}" is missing`);
  return [page.slice(0, at), page.slice(at + mark.length)];
}

if (import.meta.filename === process.argv[1]) {
  for (const language of ['en', 'id'] as const) {
    const file = new URL(`../${PAGES[language]}`, import.meta.url);
    writeFileSync(file, withSettings(readFileSync(file, 'utf8'), settingsTable(language)));
    console.log(PAGES[language]);
  }
}
