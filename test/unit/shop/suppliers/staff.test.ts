import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../../src/core/clock.ts';
import { asChatId, codeOf, keyOf } from '../../../../src/core/ids.ts';
import { HOUSE } from '../../../../src/shop/history.ts';
import { createStaff, type Staff } from '../../../../src/shop/staff/staff.ts';
import { openShopDeps, type ShopDeps } from '../../../support/shop-deps.ts';

let deps: ShopDeps;
let staff: Staff;
const OWNER = asChatId('telegram/bot/1');
const CHAT = asChatId('whatsapp/62811/628222');
const OTHER = asChatId('whatsapp/62811/628333');
let n = 0;
const at = (name = `k${++n}`) => ({ key: keyOf(name), by: HOUSE });
const invitation = { role: 'supplier', holder: 'S1', name: 'Grosir Jaya' } as const;

beforeEach(async () => {
  deps = await openShopDeps();
  staff = createStaff({ ...deps, owners: [OWNER] });
  await deps.ready();
});
afterEach(() => deps.close());

it('the owner is who the settings name, everybody else nobody until proved', () => {
  expect(staff.roleOf(OWNER)?.role).toBe('owner');
  expect(staff.roleOf(CHAT)).toBeUndefined();
});

describe('a code', () => {
  it('makes the chat that sends it what it says, at once', async () => {
    const { text } = await staff.invite(invitation, at());
    expect(text).toMatch(/^[0-9A-Z]{6}-[0-9A-Z]{6}$/);
    expect(await staff.redeem(` ${text.toLowerCase()} `, CHAT, keyOf('m1'))).toEqual({ ok: true, value: invitation });
    expect(staff.roleOf(CHAT)).toEqual(invitation);
    expect(staff.chatsOf('supplier', 'S1')).toEqual([CHAT]);
  });

  it('is the same for the same message, and its secret half is in the store only until it was used', async () => {
    const one = await staff.invite(invitation, at('m0'));
    const again = await staff.invite(invitation, at('m0'));
    expect(again.text).toBe(one.text);
    await staff.redeem(one.text, CHAT, keyOf('m1'));
    const raw = JSON.stringify(await deps.connection.collection('invites').find().toArray());
    expect(raw).not.toContain(one.token);
  });

  it('serves one chat: of two at once one gets it, and the same message handled again hears the same', async () => {
    const { text } = await staff.invite(invitation, at());
    const both = await Promise.all([staff.redeem(text, CHAT, keyOf('a')), staff.redeem(text, OTHER, keyOf('b'))]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    const winner = both[0].ok ? ([CHAT, 'a'] as const) : ([OTHER, 'b'] as const);
    expect((await staff.redeem(text, winner[0], keyOf(winner[1]))).ok).toBe(true);
    expect(await staff.redeem(text, winner[0], keyOf('later'))).toEqual({ ok: false, error: { code: 'invite-used' } });
  });

  it('is refused late, wrong, halved or guessed', async () => {
    const { text, _id } = await staff.invite(invitation, at());
    for (const wrong of [
      _id,
      `${_id}-${codeOf(keyOf('guess'))}`,
      `${codeOf(keyOf('x'))}-${text.slice(7)}`,
      '',
      'halo kak',
    ])
      expect(await staff.redeem(wrong, CHAT, keyOf(wrong))).toEqual({ ok: false, error: { code: 'invite-unknown' } });
    deps.clock.move(8 * DAY);
    expect(await staff.redeem(text, CHAT, keyOf('m'))).toEqual({ ok: false, error: { code: 'invite-expired' } });
    expect(staff.roleOf(CHAT)).toBeUndefined();
  });
});

describe('a removal', () => {
  it('takes effect at once, stays after a restart, and a message handled again does not undo it', async () => {
    const { text } = await staff.invite({ role: 'staff', holder: '', name: 'Rina' }, at());
    await staff.redeem(text, CHAT, keyOf('m1'));
    expect(staff.roleOf(CHAT)?.role).toBe('staff');
    await staff.remove(CHAT, at());
    expect(staff.roleOf(CHAT)).toBeUndefined();
    await staff.redeem(text, CHAT, keyOf('m1'));
    expect(staff.roleOf(CHAT)).toBeUndefined();
    await staff.refresh();
    expect(staff.chatsOf('staff')).toEqual([]);
    expect(staff.all()[0]?.history.map((entry) => entry.event)).toEqual(['bind', 'remove']);
  });

  it('never takes the owner that the settings name', async () => {
    expect(await staff.remove(OWNER, at())).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(staff.roleOf(OWNER)?.role).toBe('owner');
  });
});
