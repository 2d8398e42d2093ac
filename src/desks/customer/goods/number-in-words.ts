import type { Language } from '../../../core/language.ts';

const ONES = {
  id: ['', 'satu', 'dua', 'tiga', 'empat', 'lima', 'enam', 'tujuh', 'delapan', 'sembilan', 'sepuluh', 'sebelas'],
  en: [
    '',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ],
} as const;
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** A number from 1 to 9,999 in words, so that a slip of the finger is heard: `dua puluh empat`; larger ones stay figures. */
export function numberInWords(value: number, language: Language): string {
  if (!Number.isInteger(value) || value < 1 || value > 9_999) return String(value);
  return (language === 'id' ? inIndonesian(value) : inEnglish(value)).trim().replace(/\s+/g, ' ');
}

function inIndonesian(value: number): string {
  if (value < 12) return ONES.id[value] ?? '';
  if (value < 20) return `${inIndonesian(value - 10)} belas`;
  if (value < 100) return `${inIndonesian(Math.floor(value / 10))} puluh ${inIndonesian(value % 10)}`;
  if (value < 200) return `seratus ${inIndonesian(value - 100)}`;
  if (value < 1_000) return `${inIndonesian(Math.floor(value / 100))} ratus ${inIndonesian(value % 100)}`;
  if (value < 2_000) return `seribu ${inIndonesian(value - 1_000)}`;
  return `${inIndonesian(Math.floor(value / 1_000))} ribu ${inIndonesian(value % 1_000)}`;
}

function inEnglish(value: number): string {
  if (value < 20) return ONES.en[value] ?? '';
  if (value < 100) return [TENS[Math.floor(value / 10)], ONES.en[value % 10]].filter((word) => word !== '').join('-');
  if (value < 1_000) return `${inEnglish(Math.floor(value / 100))} hundred ${inEnglish(value % 100)}`;
  return `${inEnglish(Math.floor(value / 1_000))} thousand ${inEnglish(value % 1_000)}`;
}
