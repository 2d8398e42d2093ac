import { foldText } from '../core/text.ts';
import { readQuantity } from './numbers.ts';

/** Another amount, the thing it is said of as far as it was named, and the amount that it takes the place of. */
export interface AmountChange {
  readonly qty: number;
  readonly of?: string;
  readonly had?: number;
}

// `aja`, `cukup`, `maksudnya`: with one of them a bare amount can only be another one than was said before.
const ONLY = /\b(?:aja|aj|saja|doang|cukup|cuma|maksud(?:nya|ku)?|harusnya|dibikin|bikin|only|just|make it)\b/;
const AROUND = /^(?:(?:aja|aj|saja|doang|cukup|cuma|maksud(?:nya|ku)?|jadi|deh|only|just|make it)\s+)+/;

/** Reads an amount that is put right without `jadi`: `3 aja`, `3 aja kaosnya`, `totebagnya 2`, `kaos 3 bukan 2`. */
export function amountChange(words: string): AmountChange | undefined {
  return instead(words) ?? leaning(words) ?? alone(words);
}

// `jangan 2 3`, `bukan 2 tapi 3`, `3 bukan 2`, `kaos 3 bukan 2`: which amount goes is said with the one that comes.
function instead(words: string): AmountChange | undefined {
  const no =
    /^(.*?)\s*(?:jangan|jgn|bukan|bkn|not)\s+(\S+(?: pcs)?)\s+(?:tapi\s+|tp\s+|melainkan\s+|but\s+|jadi\s+)?(\S+(?: pcs)?)$/.exec(
      words,
    );
  const yes = /^(?:(.+?)\s+)?(\S+)(?: pcs| aja| saja| ya| kak)*\s+(?:bukan|bkn|not|jangan|jgn)\s+(\S+)(?: pcs)?$/.exec(
    words,
  );
  const [of, wanted, gone] = no === null ? [yes?.[1], yes?.[2], yes?.[3]] : [no[1], no[3], no[2]];
  const qty = readQuantity(wanted ?? '');
  const had = readQuantity(gone ?? '');
  if (qty === undefined || had === undefined) return undefined;
  return { qty, had, ...named(of?.replace(AROUND, '')) };
}

// What ends on `nya` points back to what was named before, on either side of its amount.
function leaning(said: string): AmountChange | undefined {
  const words = said.replace(AROUND, '').replace(/^make (?:the )?(.+?)s? (\S+)$/, '$1nya $2');
  const before = /^(?:yang |yg )?(.+?(?:nya|yang tadi))\s+(\S+(?:\s\S+)?)$/.exec(words);
  const behind = /^(.+?)\s+(\S+(?: \S+)?nya)$/.exec(words);
  const thing = before?.[1] ?? behind?.[2];
  const qty = readQuantity((before?.[2] ?? behind?.[1] ?? '').replace(AROUND, ''));
  return qty === undefined || thing === undefined ? undefined : { qty, of: thing.replace(AROUND, '') };
}

// `2 pcs`: an amount with its unit and without a thing.
const UNIT = /^\S+ (?:pcs|pc|biji|buah|pieces?|lembar|lusin)$/;

function alone(words: string): AmountChange | undefined {
  const qty =
    ONLY.test(words) || UNIT.test(words)
      ? readQuantity(words.replace(AROUND, '').replace(/\bdibikin\b|\bbikin\b/g, ''))
      : undefined;
  return qty === undefined ? undefined : { qty };
}

const named = (of: string | undefined): { of?: string } => (of === undefined || foldText(of) === '' ? {} : { of });
