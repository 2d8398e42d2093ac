import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig, SETTINGS } from '../../src/config.ts';

const problemsOf = (env: Record<string, string>): string[] => {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((p) => p.variable);
    throw error;
  }
};

const messageOf = (env: Record<string, string>): string => {
  try {
    readConfig(env);
    return '';
  } catch (error) {
    return String(error);
  }
};

describe('the settings', () => {
  it('start the house without any of them', () => {
    expect(readConfig({})).toEqual({
      dataDir: './data',
      host: '127.0.0.1',
      port: 3000,
      simulator: { on: true },
      logLevel: 'info',
      timezone: 'Asia/Jakarta',
      language: 'id',
    });
  });

  it('take an empty value for one that is not set', () => {
    expect(readConfig({ PORT: '', TELEGRAM_BOT_TOKEN: ' ', SIMULATOR: '' }).port).toBe(3000);
  });

  it('tell every mistake at once', () => {
    expect(
      problemsOf({
        PORT: 'tiga',
        LANGUAGE: 'jw',
        TIMEZONE: 'Asia/Bandung',
        LOG_LEVEL: 'loud',
        MONGODB_URI: 'localhost',
        TELEGRAM_BOT_TOKEN: 'x',
      }),
    ).toEqual(['MONGODB_URI', 'PORT', 'TELEGRAM_BOT_TOKEN', 'LOG_LEVEL', 'TIMEZONE', 'LANGUAGE']);
  });

  it.each([
    [{ TELEGRAM_OWNER_IDS: '7' }, 'TELEGRAM_BOT_TOKEN'],
    [
      {
        TELEGRAM_BOT_TOKEN: '123456:ABCDEFGHIJKL',
        TELEGRAM_OWNER_IDS: '7',
        TELEGRAM_WEBHOOK_URL: 'https://toko.example/telegram/webhook',
      },
      'TELEGRAM_WEBHOOK_SECRET',
    ],
    [{ HOST: '0.0.0.0' }, 'SIMULATOR_PASSWORD'],
    [{ TELEGRAM_OWNER_IDS: '@namaku' }, 'TELEGRAM_OWNER_IDS'],
    [{ PORT: '-1' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ WHATSAPP: 'on' }, 'WHATSAPP'],
  ])('refuse %o', (env, variable) => {
    expect(problemsOf(env as Record<string, string>)).toEqual([variable]);
  });

  it('never show a secret, not even a wrong one', () => {
    const told = messageOf({ TELEGRAM_BOT_TOKEN: 'rahasia-sekali', MONGODB_URI: 'postgres://u:pw@h' });
    expect(told).toContain('TELEGRAM_BOT_TOKEN');
    expect(told).not.toMatch(/rahasia|pw@h/);
  });

  it('switch the page off where a real channel serves customers, unless asked for', () => {
    const telegram = { TELEGRAM_BOT_TOKEN: '123456:ABCDEFGHIJKL', TELEGRAM_OWNER_IDS: '7, 8' };
    expect(readConfig(telegram).simulator.on).toBe(false);
    expect(readConfig({ ...telegram, SIMULATOR: 'on' }).simulator.on).toBe(true);
    expect(readConfig(telegram).telegram?.ownerIds).toEqual(['7', '8']);
  });

  it('are all told of in .env.example, and no others', () => {
    const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const named = [...example.matchAll(/^# ([A-Z_]+)=/gm)].map((m) => m[1]);
    expect(named).toEqual(Object.keys(SETTINGS));
  });
});
