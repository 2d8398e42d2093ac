import { z } from 'zod';
import type { Language } from '../../../core/language.ts';
import type { Kind, Parsed } from '../../../dialogue/kind.ts';
import { isYes } from '../../../dialogue/words.ts';
import { addressLines } from '../../../shop/orders/address.ts';
import { findPhone } from '../../../understanding/phone-in-text.ts';
import { type Asked, askAgain, askPart, type PartQuestion } from '../place/ask-part.ts';
import { fittingParts } from '../place/long-parts.ts';
import { partAnswer } from '../place/part-answer.ts';
import {
  completedPlace,
  mergedPlace,
  type PlaceParts,
  placeIn,
  placeParts,
  readPlace,
  wholePlace,
} from '../place/place-parts.ts';
import type { CustomerSnapshot } from '../snapshot.ts';
import { isBareAnswer, wantsElse } from '../wants-else.ts';

const keptShape = z.object({
  parts: z.record(z.string(), z.string()),
  asked: z.string(),
  /** A name that was doubted: said again it is taken. */
  doubted: z.string().optional(),
});
type Kept = z.infer<typeof keptShape>;

/** Where a parcel goes, in free words; what is missing or may mean several places is asked back, one part after another. */
export const address: Kind<CustomerSnapshot> = {
  parse({ text }, { kept, language }) {
    const before = keptShape.safeParse(kept);
    if (before.success && before.data.doubted !== undefined && isYes(text))
      return insisted(before.data, before.data.doubted);
    if (isBareAnswer(text) || wantsElse(text)) return UNCLEAR;
    if (before.success) return more(text, before.data, language);
    // A name and a number beside it are for the form's reader, which takes all of them.
    if (findPhone(text) !== undefined || PERSON.test(text)) return UNCLEAR;
    const { parts, unsure } = readPlace(text);
    if (Object.keys(parts).length === 0 && unsure.length === 0) return UNCLEAR;
    return settled(parts, unsure);
  },
  show: (value) => {
    const place = placeIn(value);
    return place === undefined ? '-' : addressLines({ recipient: '', phone: '', ...place }).join(', ');
  },
};

const UNCLEAR: Parsed = { type: 'failed', why: 'alamat.tidak-jelas' };
const PERSON = /(?:^|\n)\s*(?:nama|penerima|atas nama|a\.?n\.?)\b\s*(?:lengkap|penerima)?\s*:/i;
const IT_IS: Readonly<Record<Language, string>> = { id: 'Sudah benar', en: 'It is right' };

const insisted = ({ parts, asked }: Kept, name: string): Parsed =>
  settled(mergedPlace(placeParts(parts), placeParts({ [asked]: name })), []);

/** Takes the answer to the question about one part. */
function more(text: string, { parts, asked, doubted }: Kept, language: Language): Parsed {
  const before = placeParts(parts);
  const answer = partAnswer(text, before, asked);
  switch (answer.type) {
    case 'said':
      return settled(mergedPlace(before, answer.parts), answer.unsure);
    case 'strange': {
      if (answer.name === doubted) return settled(mergedPlace(before, answer.parts), []);
      const choices = [{ value: answer.name, label: IT_IS[language] }];
      return {
        type: 'more',
        ask: 'alamat.nama-asing',
        with: { nama: answer.name },
        choices,
        kept: { parts, asked, doubted: answer.name },
      };
    }
    case 'none': {
      const question = askAgain(asked, completedPlace(before));
      return question === undefined ? UNCLEAR : asParsed(question, before);
    }
  }
}

function settled(saidParts: Partial<PlaceParts>, unsure: Asked['unsure']): Parsed {
  const parts = completedPlace(saidParts);
  const question = askPart(parts, { unsure });
  return question === undefined ? { type: 'filled', value: { ...wholePlace(parts) } } : asParsed(question, parts);
}

const asParsed = ({ part, ask, with: values, choices }: PartQuestion, parts: Partial<PlaceParts>): Parsed => ({
  type: 'more',
  ask,
  ...(values && { with: values }),
  ...(choices && { choices }),
  kept: { parts: { ...fittingParts(parts) }, asked: part },
});
