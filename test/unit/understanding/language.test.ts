import { describe, expect, it } from 'vitest';
import { readLanguage } from '../../../src/understanding/language.ts';

describe('the language of a message', () => {
  it.each([
    'hi, do you have canvas bags? I would like to order',
    'how much is shipping to Ubud?',
    'hello, is the black one still available',
    'I want to buy 2 tote bags',
    'where is my order',
  ])('is clearly English: %s', (text) => {
    expect(readLanguage(text)).toBe('en');
  });

  it.each(['halo kak', 'mau pesan totebag 2 dong', 'ongkir ke Malang berapa?', 'tas kanvasnya ada?'])(
    'is clearly Indonesian: %s',
    (text) => {
      expect(readLanguage(text)).toBe('id');
    },
  );

  it.each(['', 'hello', 'order', 'ready kak? I want the black one', 'totebag 2', 'K7M2QX', 'thanks', 'p', '👍'])(
    'could be either: %j',
    (text) => {
      expect(readLanguage(text) === 'en').toBe(false);
    },
  );
});
