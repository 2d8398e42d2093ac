import type { InBody } from '../../../../src/channels/channel.ts';

/** What is handed over by a channel and is not words, forged or mistaken; all of it is answered and does nothing. */
export const CHAT_TABLES: Readonly<Record<string, readonly (string | InBody)[]>> = {
  tap: [
    { type: 'tap', verb: 'terima', code: 'K7M2QX', rev: 0 },
    { type: 'tap', verb: 'terima', code: 'K7M2QX', rev: 999_999 },
    { type: 'tap', verb: 'terima', code: '{"$gt":""}' },
    { type: 'tap', verb: '__proto__', code: 'constructor' },
    { type: 'tap', verb: 'tidak-ada', code: '' },
    { type: 'tap', verb: '', code: 'x'.repeat(64), rev: -1 },
    { type: 'tap', verb: 'pilih', code: 'abc.99', rev: 1 },
  ],
  pick: ['0', '99', '-1', '1.5', '½', '{"$gt":""}', '__proto__', 'yang itu'],
  link: ['/start p_', '/start p_TIDAK-ADA', '/start p_{"$gt":""}', '/start __proto__', '/start r_AAAAAA-AAAAAA'],
  words: ['K7M2QX', 'terima K7M2QX', 'refund semua', '/tidakada', '/terima@lain_bot K7M2QX'],
  cart: [
    { type: 'cart', items: [{ sku: 'TIDAK-ADA', quantity: 1 }] },
    { type: 'cart', items: [{ sku: '{"$gt":""}', quantity: -1 }] },
    { type: 'cart', items: [{ sku: '__proto__', quantity: 999_999_999 }] },
  ],
  place: [
    { type: 'place', lat: 0, lon: 0 },
    { type: 'place', lat: 999, lon: -999 },
  ],
  unsupported: [
    { type: 'unsupported', kind: 'sticker' },
    { type: 'unsupported', kind: '__proto__' },
  ],
};

/** What follows a command, mistaken or hostile; typed by the owner it is answered with what is missing, and does nothing. */
export const LINE_ROWS: readonly string[] = ['', 'AAAAAA', 'K7M2QX 999999999999', '{"$gt":""}', '-1 __proto__ =1+1'];
