import { readRupiah } from '../../../../core/money.ts';
import type { Reader } from '../../../../dialogue/kind.ts';
import { readPrice } from './price-kind.ts';

// "modal 90rb" anywhere in the line; the amount may have its unit apart.
const COST = /\b(?:modal(?:nya)?|hpp|cost)\s*[:=]?\s*((?:rp\.?\s*)?\d[\d.,]*\s*(?:rb|ribu|k|jt|juta)?)(?=\s|$)/i;
// The last thing said: an amount, or so much above the cost.
const PRICE =
  /^(.+?)(?:\s*[=:]\s*|\s+)((?:rp\.?\s*)?\d[\d.,]*\s*(?:rb|ribu|k|jt|juta)?|(?:modal\s*)?\+\s*\S+(?:\s*(?:rb|ribu|persen))?|\d+(?:[.,]\d+)?\s*%)$/i;

/** Reads `TAS-1 125000`, `TAS-1 = 125rb modal 90rb`, `kaos hitam +30%`; with goods known an amount alone is the price. */
export const priceLine: Reader = ({ text }, { filled }) => {
  const cost = COST.exec(text);
  const modal = readRupiah(cost?.[1] ?? '');
  const withCost = modal === undefined ? {} : { modal };
  const left = (cost === null ? text : text.replace(cost[0], ' ')).replace(/\s+/g, ' ').trim();
  if (left === '' || left === '-') return withCost;
  const both = PRICE.exec(left);
  const harga = readPrice(both?.[2] ?? '');
  if (both?.[1] !== undefined && harga !== undefined) return { barang: both[1].trim(), harga, ...withCost };
  const alone = filled.barang === undefined ? undefined : readPrice(left);
  if (alone !== undefined) return { harga: alone, ...withCost };
  return filled.barang === undefined ? { barang: left, ...withCost } : withCost;
};
