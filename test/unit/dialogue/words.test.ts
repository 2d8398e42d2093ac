import { describe, expect, it } from 'vitest';
import { bareNumber, globalWord, isDone, isKeep, isNo, isSkip, isYes } from '../../../src/dialogue/words.ts';

describe('a bare number', () => {
  it.each([
    ['2', 2],
    [' 2 ', 2],
    ['2.', 2],
    ['(2)', 2],
    ['#2', 2],
    ['no 2', 2],
    ['nomor 2 ya kak', 2],
    ['yang 2 aja', 2],
    ['pilih no. 12', 12],
    ['0', 0],
    ['yang pertama kak', 1],
    ['the third', 3],
    ['2 pcs', undefined],
    ['2,5', undefined],
    ['10.000', undefined],
    ['12/3', undefined],
    ['1234', undefined],
    ['2 dan 3', undefined],
    ['dua', undefined],
    ['', undefined],
  ])('is read from "%s" as %s', (text, number) => {
    expect(bareNumber(text)).toBe(number);
  });
});

describe('a global word', () => {
  it.each([
    ['batal', 'batal'],
    ['Batal kak', 'batal'],
    ['gak jadi deh', 'batal'],
    ['cancel', 'batal'],
    ['kembali', 'kembali'],
    ['back', 'kembali'],
    ['Menu', 'menu'],
    ['menu dong', 'menu'],
    ['help', 'bantuan'],
    ['cs', 'cs'],
    ['hubungi admin', 'cs'],
    ['batal pesanan K7M2QX', undefined],
    ['menu apa saja yang ada', undefined],
    ['', undefined],
  ])('is found in "%s": %s', (text, word) => {
    expect(globalWord(text)).toBe(word);
  });
});

describe('short answers', () => {
  it.each([
    ['ya kak', isYes, true],
    ['sudah benar', isYes, true],
    ['ya tapi alamatnya salah', isYes, false],
    ['tidak', isNo, true],
    ['batal', isNo, false],
    ['-', isSkip, true],
    ['lewati aja', isSkip, true],
    ['tidak ada kak', isSkip, true],
    ['tidak pedas', isSkip, false],
    ['sudah itu aja', isDone, true],
    ['selesai kak', isDone, true],
    ['selesai dikirim kapan', isDone, false],
    ['tetap', isKeep, true],
    ['tetap jne', isKeep, false],
  ])('"%s" is read as it is meant', (text, is, expected) => {
    expect(is(text)).toBe(expected);
  });
});
