import { foldText } from '../core/text.ts';

/** How a person wants to pay, and by which bank or wallet where they said so. */
export interface PaymentWay {
  readonly way: 'cod' | 'transfer' | 'qris' | 'ewallet';
  readonly via?: string;
}

const BANKS = 'bca|bri|bni|mandiri|bsi|btn|cimb|permata|danamon|jago|seabank|sea bank|blu|jenius|bank jatim|bank dki';
const WALLETS = 'dana|gopay|go pay|ovo|shopeepay|shopee pay|spay|linkaja|link aja';
const COD = /\b(?:cod|c o d|bayar (?:di tempat|ditempat|di rumah|pas sampai|pas sampe)|cash on delivery)\b/;
const QRIS = /\b(?:qris|qr|scan)\b/;
const TRANSFER = new RegExp(
  `\\b(?:transfer|tf|trf|transf|va|virtual account|bank|m ?banking|atm)\\b|\\b(?:${BANKS})\\b`,
);

/** Reads the way of paying out of an answer or a piece of an order; undefined when none, or several, are named. */
export function readPayment(text: string): PaymentWay | undefined {
  const words = foldText(text).replace(
    /\b(?:jangan|bukan|ga bisa|gak bisa|tidak bisa) (?:cod|transfer|tf|qris)\b/g,
    ' ',
  );
  const wallet = new RegExp(`\\b(${WALLETS})\\b`).exec(words)?.[1];
  const bank = new RegExp(`\\b(${BANKS})\\b`).exec(words)?.[1];
  const named: PaymentWay[] = [];
  if (COD.test(words)) named.push({ way: 'cod' });
  if (QRIS.test(words)) named.push({ way: 'qris' });
  if (wallet !== undefined) named.push({ way: 'ewallet', via: wallet.replace(' ', '') });
  else if (TRANSFER.test(words)) named.push({ way: 'transfer', ...(bank !== undefined && { via: bank }) });
  return named.length === 1 ? named[0] : undefined;
}

/** The text without the words that say how to pay. */
export const withoutPayment = (text: string): string =>
  text
    .replace(
      new RegExp(
        `\\b(?:cod|bayar ?(?:di ?tempat|nya)?|pembayaran(?:nya)?|via|pay(?:ment)?|by|transfer|tf|trf|qris|bank|${BANKS}|${WALLETS})\\b`,
        'gi',
      ),
      ' ',
    )
    .trim();
