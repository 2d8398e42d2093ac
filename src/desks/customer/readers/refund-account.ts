import type { Reader } from '../../../dialogue/kind.ts';
import { tidyName } from '../../../understanding/tidy-name.ts';
import { accountNumber, bank } from '../kinds/account.ts';
import { codeInText } from '../kinds/order-code.ts';

/** Reads where money goes back to out of one line: `BCA 1234567890 a.n. Oki Setiana`; the code of its case or order too. */
export const refundAccount: Reader = ({ text, about }, at) => {
  const kode = codeInText(text) ?? about;
  const line = ACCOUNT.exec(text.replace(/\s+/g, ' '))?.groups;
  const value = (kind: typeof bank, words: string | undefined) => {
    const parsed = words === undefined ? undefined : kind.parse({ text: words, files: [] }, at);
    return parsed?.type === 'filled' ? parsed.value : undefined;
  };
  const nomor = value(accountNumber, line?.number);
  const name = line?.name === undefined ? undefined : tidyName(line.name);
  const named = nomor === undefined ? undefined : value(bank, line?.bank);
  return {
    ...(kode !== undefined && { kode }),
    ...(named !== undefined && { bank: named }),
    ...(nomor !== undefined && { nomor }),
    ...(nomor !== undefined && name !== undefined && name !== '' && { pemilik: name }),
  };
};

const ACCOUNT =
  /^(?:(?:no\.? ?)?(?:rek(?:ening)?|rekeningnya|ke|bank|transfer)\s*:?\s+)*(?:(?<bank>\p{L}[\p{L} &]{1,24}?)[ :,-]+)?(?:no\.? ?(?:rek(?:ening)?)?\s*:?\s*)?(?<number>\d[\d .-]{4,24}\d)(?:[ ,/-]*(?:a\.?\/?n\.?|atas nama|nama)?[ :.]*(?<name>\p{L}[\p{L} .'’]{1,60}))?$/iu;
