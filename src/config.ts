import { z } from 'zod';
import type { ErrorCode } from './core/errors.ts';
import { LANGUAGES } from './core/language.ts';

/** One setting that cannot be used: what it is, what was found, what would be right. */
export interface ConfigProblem {
  readonly variable: string;
  readonly found: string;
  readonly right: string;
}

/** Thrown at the start with every mistake in the settings at once; the program exits 78. */
export class ConfigError extends Error {
  readonly code = 'config-error' satisfies ErrorCode;
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map((p) => `${p.variable}: found ${p.found}; right would be ${p.right}`).join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/** A setting: how its text is read, and the words that say what would be right. */
const setting = <T extends z.ZodType>(type: T, right: string, secret = false) => ({ type, right, secret });

const flag = z.enum(['on', 'off']);
const url = (protocols: RegExp) => z.url({ protocol: protocols });

/** Every variable the program reads, with what would be right; `.env.example` and the README are checked against it. */
export const SETTINGS = {
  MONGODB_URI: setting(
    z
      .string()
      .regex(/^mongodb(\+srv)?:\/\/.+/)
      .optional(),
    'mongodb://host/database or mongodb+srv://..., or nothing for the embedded store',
    true,
  ),
  DATA_DIR: setting(z.string().min(1).default('./data'), 'a folder for the embedded store'),
  HOST: setting(z.string().min(1).default('127.0.0.1'), 'an address to listen on'),
  PORT: setting(
    z.coerce.number().int().min(0).max(65_535).default(3000),
    'a port from 0 to 65535 (0 takes a free one)',
  ),
  SIMULATOR: setting(flag.optional(), 'on or off'),
  SIMULATOR_PASSWORD: setting(z.string().min(8).optional(), 'at least 8 characters', true),
  TELEGRAM_BOT_TOKEN: setting(
    z
      .string()
      .regex(/^\d{3,}:[\w-]{10,}$/)
      .optional(),
    'the token @BotFather gave, like 123456:ABC...',
    true,
  ),
  TELEGRAM_OWNER_IDS: setting(
    z
      .string()
      .regex(/^\d+(\s*,\s*\d+)*$/)
      .optional(),
    'numeric Telegram ids with commas, like 7000000001,7000000002',
  ),
  TELEGRAM_API_ROOT: setting(url(/^https?$/).optional(), 'an http or https address'),
  TELEGRAM_WEBHOOK_URL: setting(
    url(/^https?$/).optional(),
    'the https address that reaches this program, ending in /telegram/webhook',
  ),
  TELEGRAM_WEBHOOK_SECRET: setting(
    z
      .string()
      .regex(/^[\w-]{16,256}$/)
      .optional(),
    '16 to 256 characters of A-Z a-z 0-9 _ -',
    true,
  ),
  WHATSAPP: setting(z.enum(['off']).default('off'), 'off (WhatsApp is not built yet)'),
  LOG_LEVEL: setting(z.enum(LOG_LEVELS).default('info'), LOG_LEVELS.join(', ')),
  TIMEZONE: setting(
    z.string().refine(isTimezone).default('Asia/Jakarta'),
    'a time zone like Asia/Jakarta, Asia/Makassar or Asia/Jayapura',
  ),
  LANGUAGE: setting(z.enum(LANGUAGES).default('id'), LANGUAGES.join(' or ')),
} as const;

type Values = { [Name in keyof typeof SETTINGS]: z.infer<(typeof SETTINGS)[Name]['type']> };

interface TelegramConfig {
  readonly token: string;
  readonly ownerIds: readonly string[];
  readonly apiRoot?: string;
  readonly webhook?: { readonly url: string; readonly secret: string };
}

/** The settings, read once, in the shape the house uses. */
export interface Config {
  readonly mongodbUri?: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly simulator: { readonly on: boolean; readonly password?: string };
  readonly telegram?: TelegramConfig;
  readonly logLevel: string;
  readonly timezone: string;
  readonly language: Values['LANGUAGE'];
}

/** Reads the settings from an environment, the program's own unless a test brings one; throws ConfigError with all problems at once. An empty value counts as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const problems: ConfigProblem[] = [];
  const values = Object.fromEntries(
    Object.entries(SETTINGS).map(([variable, { type, right, secret }]) => {
      const given = env[variable]?.trim();
      const parsed = type.safeParse(given === '' ? undefined : given);
      if (parsed.success) return [variable, parsed.data];
      // What was found is shown, but never a secret: not even a mistyped one.
      problems.push({ variable, found: secret ? `${(given ?? '').length} characters` : `'${given}'`, right });
      return [variable, undefined];
    }),
  ) as Values;
  if (problems.length > 0) throw new ConfigError(problems);
  problems.push(...together(values));
  if (problems.length > 0) throw new ConfigError(problems);
  return shaped(values);
}

function together(v: Values): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const missing = (variable: string, right: string): number => problems.push({ variable, found: 'nothing', right });
  const simulator = simulatorOn(v);
  if (v.TELEGRAM_OWNER_IDS && !v.TELEGRAM_BOT_TOKEN)
    missing('TELEGRAM_BOT_TOKEN', 'the token @BotFather gave, because TELEGRAM_OWNER_IDS is set');
  if (v.TELEGRAM_WEBHOOK_URL && !v.TELEGRAM_WEBHOOK_SECRET)
    missing('TELEGRAM_WEBHOOK_SECRET', '16 to 256 random characters, because TELEGRAM_WEBHOOK_URL is set');
  if (simulator && !LOOPBACK.has(v.HOST) && !v.SIMULATOR_PASSWORD)
    missing('SIMULATOR_PASSWORD', `a password of at least 8 characters, because the simulator listens on ${v.HOST}`);
  return problems;
}

// The page is a way to try the shop; where a real channel serves real customers it is off unless asked for.
const simulatorOn = (v: Values): boolean => (v.SIMULATOR ?? (v.TELEGRAM_BOT_TOKEN ? 'off' : 'on')) === 'on';

function shaped(v: Values): Config {
  return {
    ...(v.MONGODB_URI && { mongodbUri: v.MONGODB_URI }),
    dataDir: v.DATA_DIR,
    host: v.HOST,
    port: v.PORT,
    simulator: { on: simulatorOn(v), ...(v.SIMULATOR_PASSWORD && { password: v.SIMULATOR_PASSWORD }) },
    ...(v.TELEGRAM_BOT_TOKEN && {
      telegram: {
        token: v.TELEGRAM_BOT_TOKEN,
        // Without an owner the bot still starts: it tells whoever writes /id the number to put here.
        ownerIds: (v.TELEGRAM_OWNER_IDS ?? '')
          .split(',')
          .map((id) => id.trim())
          .filter((id) => id !== ''),
        ...(v.TELEGRAM_API_ROOT && { apiRoot: v.TELEGRAM_API_ROOT }),
        ...(v.TELEGRAM_WEBHOOK_URL &&
          v.TELEGRAM_WEBHOOK_SECRET && { webhook: { url: v.TELEGRAM_WEBHOOK_URL, secret: v.TELEGRAM_WEBHOOK_SECRET } }),
      },
    }),
    logLevel: v.LOG_LEVEL,
    timezone: v.TIMEZONE,
    language: v.LANGUAGE,
  };
}

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
