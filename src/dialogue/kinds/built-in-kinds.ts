import type { Kind } from '../kind.ts';
import { code } from './code.ts';
import { date } from './date.ts';
import { file } from './file.ts';
import { money } from './money.ts';
import { name } from './name.ts';
import { phone } from './phone.ts';
import { photo } from './photo.ts';
import { postalCode } from './postal-code.ts';
import { quantity } from './quantity.ts';
import { text } from './text.ts';
import { yesNo } from './yes-no.ts';

/** The kinds of answers that every desk has; a desk's own kind of the same name comes before. */
export const BUILT_IN_KINDS: Readonly<Record<string, Kind>> = {
  code,
  date,
  file,
  money,
  name,
  phone,
  photo,
  'postal-code': postalCode,
  quantity,
  text,
  'yes-no': yesNo,
};
