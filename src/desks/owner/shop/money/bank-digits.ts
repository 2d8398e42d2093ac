// How many digits an account has, as the banks themselves say; a bank that is not here is not judged.
const DIGITS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/\bbca\b(?! syariah)/, [10]],
  [/\bbca syariah\b/, [10]],
  [/\bmandiri\b/, [13]],
  [/\bbri\b/, [15]],
  [/\bbni\b/, [10]],
  [/\bbsi\b|\bsyariah indonesia\b/, [10]],
  [/\bbtn\b/, [16]],
  [/\bcimb\b/, [13, 14]],
  [/\bpermata\b/, [10, 16]],
  [/\bdanamon\b/, [10, 13]],
  [/\bocbc\b/, [12]],
  [/\bmaybank\b/, [10]],
  [/\bpanin\b/, [10]],
  [/\bjago\b/, [12]],
  [/\bjenius\b|\bbtpn\b|\bsmbc\b/, [11]],
  [/\bseabank\b/, [12]],
];
const WALLETS = /\b(?:gopay|ovo|dana|shopeepay|linkaja|isaku|doku)\b/;

/** The digits that accounts of a bank have; undefined when nobody knows. */
export const digitsOf = (bank: string): readonly number[] | undefined =>
  DIGITS.find(([name]) => name.test(bank.toLowerCase()))?.[1];

/** True for a wallet, whose number is a phone's. */
export const isWallet = (bank: string): boolean => WALLETS.test(bank.toLowerCase());
