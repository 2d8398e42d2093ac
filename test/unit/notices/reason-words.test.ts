import { expect, it } from 'vitest';
import { CANCEL_REASONS } from '../../../src/desks/customer/lists/fixed.ts';
import { CASE_REASONS } from '../../../src/desks/owner/cases/case-lists.ts';
import { REASONS } from '../../../src/desks/owner/lists/reasons.ts';
import { reasonIn } from '../../../src/notices/reason-words.ts';
import { houseTexts } from '../../support/notice-house.ts';
import { CODE } from '../shop/cases/a-case.ts';

const house = houseTexts('owner', 'case', 'customer', 'card');

const READY = [
  ...Object.values(CANCEL_REASONS),
  ...Object.values(CASE_REASONS).flatMap((names) => names.map((name) => `case.sebab-${name}`)),
  ...Object.values(REASONS).flatMap((names) => names.map((name) => `owner.sebab-${name}`)),
];

it.each(READY)('%s is read in the language of whoever reads it, whoever picked it', (key) => {
  const [id = '', en = ''] = (['id', 'en'] as const).map((language) => house.texts.find(key, language));
  expect(reasonIn(house, 'en', id)).toBe(en);
  expect(reasonIn(house, 'id', en)).toBe(id);
});

it.each([
  [`cacat ${CODE}`, 'en', `Defect (${CODE})`],
  ['dialihkan', 'en', 'given to another supplier'],
  ['barangnya kekecilan', 'en', 'barangnya kekecilan'],
  ['-', 'id', '-'],
] as const)('%s is read in %s as %s', (reason, language, words) => {
  expect(reasonIn(house, language, reason)).toBe(words);
});
