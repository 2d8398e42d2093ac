import { describe, expect, it } from 'vitest';
import { nextPush } from '../../../src/chats/next-push.ts';
import { pushMail } from '../../support/mail.ts';

const now = new Date('2026-01-05T03:00:00Z');
const quiet = { open: false };
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000);
const sent = (pushes: Parameters<typeof nextPush>[0], question: Parameters<typeof nextPush>[2] = quiet) => {
  const next = nextPush(pushes, now, question);
  return next.type === 'send' || next.type === 'drop' ? `${next.type} ${next.push.message.text}` : next.type;
};

describe('the next push', () => {
  it('is none when nothing waits', () => expect(sent([])).toBe('none'));
  it('is the most important one', () => {
    expect(sent([pushMail('status'), pushMail('money', { rank: 0, thread: 'order/B' })])).toBe('send money');
  });
  it('is the earliest of its thread, whatever its rank', () => {
    expect(sent([pushMail('dikirim'), pushMail('uang', { rank: 0 })])).toBe('send dikirim');
  });
  it('waits for its time', () => {
    const next = nextPush([pushMail('a', { notBefore: new Date(now.getTime() + 5_000) })], now, quiet);
    expect(next).toEqual({ type: 'until', at: new Date(now.getTime() + 5_000) });
  });
  it('holds back what follows in the thread of one that waits', () => {
    const first = pushMail('a', { notBefore: new Date(now.getTime() + 5_000) });
    expect(sent([first, pushMail('b')])).toBe('until');
    expect(sent([first, pushMail('other', { thread: 'order/B' })])).toBe('send other');
  });
  it('is dropped when it comes too late', () => expect(sent([pushMail('a', { goodUntil: ago(1) })])).toBe('drop a'));
  it('is dropped when a later one replaces it', () => {
    expect(sent([pushMail('ingat 1', { replaces: 'bayar' }), pushMail('lunas', { replaces: 'bayar' })])).toBe(
      'drop ingat 1',
    );
  });
  it('sends only the newest look of a card', () => {
    expect(sent([pushMail('lama', { card: true }), pushMail('baru', { card: true })])).toBe('drop lama');
  });
  it('does not break into a question just being answered', () => {
    expect(sent([pushMail('a')], { open: true, heardAt: ago(2) })).toBe('until');
    expect(sent([pushMail('a')], { open: true, heardAt: ago(6) })).toBe('send a');
  });
  it('lets money break in', () =>
    expect(sent([pushMail('a', { rank: 0 })], { open: true, heardAt: ago(0) })).toBe('send a'));
});
