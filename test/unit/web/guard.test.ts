import { describe, expect, it } from 'vitest';
import { hostAllowed, originAllowed } from '../../../src/web/guard.ts';

describe('the Host header', () => {
  it.each([
    'localhost',
    'localhost:3000',
    'LOCALHOST:3000',
    '127.0.0.1:3000',
    '192.168.1.7',
    '[::1]:3000',
    'toko.example',
    'toko.example:8080',
  ])('lets %s in', (host) => {
    expect(hostAllowed(host, ['toko.example'])).toBe(true);
  });

  it.each([
    undefined,
    '',
    'evil.example',
    'localhost.evil.example',
    'toko.example.evil.example',
    '127.0.0.1.evil.example',
    '127.0.0.1:3000@evil.example',
    'evil.example#localhost',
    'localhost:3000/../',
    '[::1',
    'localhost evil.example',
  ])('keeps %s out', (host) => {
    expect(hostAllowed(host, ['toko.example'])).toBe(false);
  });
});

describe('the Origin of a request that changes something', () => {
  it.each([
    ['the page itself', { origin: 'http://localhost:3000', host: 'localhost:3000' }],
    ['the page behind a proxy with https', { origin: 'https://toko.example', host: 'toko.example' }],
    ['the page on a default port that is written out', { origin: 'https://toko.example', host: 'toko.example:443' }],
    ['a program that is no browser', { host: 'localhost:3000' }],
  ])('accepts %s', (_what, headers) => {
    expect(originAllowed(headers)).toBe(true);
  });

  it.each([
    ['another site', { origin: 'https://evil.example', host: 'localhost:3000' }],
    ['another port of the same machine', { origin: 'http://localhost:4000', host: 'localhost:3000' }],
    ['a sandboxed frame', { origin: 'null', host: 'localhost:3000' }],
    ['an origin that is no address', { origin: 'http://', host: 'localhost:3000' }],
    ['nobody, sent by another site', { host: 'localhost:3000', site: 'cross-site' }],
    ['nobody, sent by a sister site', { host: 'localhost:3000', site: 'same-site' }],
    ['a Host that is no address', { origin: 'http://localhost:3000', host: 'a b' }],
    ['a host without a name', { origin: 'http://localhost:3000' }],
  ])('refuses %s', (_what, headers) => {
    expect(originAllowed(headers)).toBe(false);
  });
});
