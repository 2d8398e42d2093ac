import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { receive } from '../../../../src/channels/telegram/receive.ts';

const FOLDER = new URL('../../../payloads/telegram/', import.meta.url);
const AT = { account: '7100000042', now: new Date('2026-01-05T08:00:40Z') };

const Payload = z.object({ update: z.unknown(), expect: z.unknown() });
const payloads = readdirSync(FOLDER).map((file) => ({
  kind: file.replace('.json', ''),
  ...Payload.parse(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))),
}));

const message = (id: number, chat: number, more: object = {}) => ({
  update_id: 1,
  message: {
    message_id: id,
    date: 1_767_600_000,
    chat: { id: chat, type: 'private' },
    from: { id: chat, is_bot: false, first_name: 'Ani' },
    text: 'halo',
    ...more,
  },
});

const keyOfUpdate = (update: unknown): string | undefined => {
  const received = receive(update, AT);
  return received.type === 'message' ? received.message.key : undefined;
};

describe('reading what Telegram sends', () => {
  it.each(payloads)('reads $kind', ({ update, expect: expected }) => {
    expect(JSON.parse(JSON.stringify(receive(update, AT)))).toEqual(expected);
  });

  it('keeps one key for the same message and another for every other message, chat and account', () => {
    expect(keyOfUpdate({ ...message(5, 7), update_id: 99 })).toBe(keyOfUpdate(message(5, 7)));
    const keys = [message(5, 7), message(6, 7), message(5, 8)].map(keyOfUpdate);
    expect(new Set(keys).size).toBe(3);
    const elsewhere = receive(message(5, 7), { ...AT, account: '42' });
    expect(elsewhere.type === 'message' && elsewhere.message.key).not.toBe(keys[0]);
  });

  it('gives every edit of a message its own key', () => {
    const edits = [10, 20].map((edit_date) => {
      const { message: edited_message } = message(5, 7, { edit_date });
      return keyOfUpdate({ update_id: 2, edited_message });
    });
    expect(new Set([...edits, keyOfUpdate(message(5, 7))]).size).toBe(3);
  });

  it('keeps a message of another time than ours as it says', () => {
    const received = receive(message(5, 7, { date: 4_102_444_800 }), AT);
    expect(received.type === 'message' && received.message.sentAt.toISOString()).toBe('2100-01-01T00:00:00.000Z');
  });

  it('never throws, whatever comes', () => {
    const junk = fc.oneof(
      fc.anything(),
      fc.record({ update_id: fc.nat(), message: fc.anything(), callback_query: fc.anything() }),
      fc
        .dictionary(fc.constantFrom('text', 'photo', 'document', 'caption', 'chat', 'from', '__proto__'), fc.anything())
        .map((more) => message(5, 7, more)),
    );
    fc.assert(
      fc.property(junk, (update) => {
        expect(['message', 'passed-over']).toContain(receive(update, AT).type);
      }),
    );
  });
});
