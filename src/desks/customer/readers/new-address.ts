import type { Reader } from '../../../dialogue/kind.ts';
import type { Filled } from '../../../dialogue/talk.ts';
import { type AddressReading, readAddress } from '../../../understanding/address.ts';
import { codeInText } from '../kinds/order-code.ts';
import { askPart } from '../place/ask-part.ts';
import { completedPlace, mergedPlace, placeIn, placeParts, placeText, wholePlace } from '../place/place-parts.ts';
import { saysPlace } from '../place/says-place.ts';
import type { CustomerSnapshot } from '../snapshot.ts';
import { isBareAnswer, wantsElse } from '../wants-else.ts';

/** Reads a wish to change an order: its code, the new name, phone and address, and which of them it is about. */
export const newAddress: Reader<CustomerSnapshot> = ({ text, about }, { filled }) => {
  const kode = codeInText(text) ?? about;
  const reading = readAddress(text);
  const { phone } = reading.parts;
  const recipient = NAME.test(text) ? reading.parts.recipient : undefined;
  const place = saysPlace(reading, text) && !isBareAnswer(text) && !wantsElse(text);
  const alamat = place ? addressField(reading, filled.alamat) : {};
  const apa = changeIn(text, {
    alamat: 'alamat' in alamat,
    penerima: recipient !== undefined,
    telepon: phone !== undefined,
  });
  return {
    ...(kode !== undefined && { kode }),
    ...(apa !== undefined && filled.apa === undefined && { apa: { picked: apa } }),
    ...(recipient !== undefined && { penerima: recipient }),
    ...(phone !== undefined && { telepon: phone }),
    ...alamat,
  };
};

const NAME = /\b(?:nama|penerima|atas nama|name|receiver)\b/i;
const PHONE = /\b(?:nomor|no|hp|wa|telepon|telp|phone|number)\b/i;

// What was given says most; without it the word for it does, if there is only one.
function changeIn(
  text: string,
  given: Readonly<Record<'alamat' | 'penerima' | 'telepon', boolean>>,
): string | undefined {
  const named = { alamat: /\b(?:alamat|address)/i.test(text), penerima: NAME.test(text), telepon: PHONE.test(text) };
  return [given, named]
    .map((one) => only(Object.entries(one).flatMap(([name, is]) => (is ? [name] : []))))
    .find((one) => one !== undefined);
}

const only = (names: readonly string[]): string | undefined => (names.length === 1 ? names[0] : undefined);

/** What a reading says of the address: whole when nothing is open, else as words for the field's own parser to ask about. */
export function addressField(reading: AddressReading, filled: unknown): Filled {
  const said = placeParts(reading.parts);
  const doubts = reading.unsure.filter(({ candidates }) => candidates.length > 1);
  if (Object.keys(said).length === 0 && doubts.length === 0) return {};
  const before = placeIn(filled);
  const merged = before === undefined ? said : mergedPlace(placeParts(before), said);
  const whole = completedPlace(merged);
  if (askPart(whole, { unsure: reading.unsure }) === undefined) return { alamat: { ...wholePlace(whole) } };
  const unclear = doubts.map(({ part, text }) => `${part === 'district' ? 'Kec.' : ''} ${text}`.trim());
  return { alamat: { said: [placeText(merged), ...unclear].filter((line) => line !== '').join('\n') } };
}
