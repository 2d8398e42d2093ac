import { expect, it } from 'vitest';
import { firstName } from '../../../src/notices/first-name.ts';

it.each([
  ['Siti Aminah', 'Siti'],
  ['Ibu Hj. Nurul Hidayah', 'Nurul'],
  ['Pak Joko', 'Joko'],
  ['H. Ahmad', 'Ahmad'],
  ['Ibu', 'Ibu'],
  ['', ''],
])('"%s" is called "%s"', (name, called) => {
  expect(firstName(name)).toBe(called);
});
