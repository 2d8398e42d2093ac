/** Whole rupiah; never a fraction. */
export type Rupiah = number;

/** Writes an amount the Indonesian way: `Rp150.347`, `-Rp5.000`. */
export function rupiah(amount: Rupiah): string {
  const digits = Math.abs(Math.round(amount)).toString();
  const dotted = digits.replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}Rp${dotted}`;
}

const UNITS: Readonly<Record<string, number>> = { rb: 1e3, ribu: 1e3, k: 1e3, jt: 1e6, juta: 1e6 };

/** Reads `150.000`, `150,000`, `150rb`, `1,5jt`, `Rp150.347,-` as whole rupiah; undefined when it is no amount. */
export function readRupiah(text: string): Rupiah | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^rp\.?\s*/, '')
    .replace(/(,-|,00|\.-)$/, '');
  const match = /^(\d+(?:[.,]\d+)*)\s*(rb|ribu|k|jt|juta)?$/.exec(plain);
  if (!match) return undefined;
  const [, figure = '', unit] = match;
  const amount = unit === undefined ? grouped(figure) : decimal(figure) * (UNITS[unit] ?? 1);
  return amount !== undefined && Number.isFinite(amount) && amount <= Number.MAX_SAFE_INTEGER
    ? Math.round(amount)
    : undefined;
}

// `150.000` and `1.234.567` are groups of three; `15.5` without a unit is no amount of rupiah.
function grouped(figure: string): number | undefined {
  const groups = figure.split(/[.,]/);
  if (groups.length > 1 && !groups.slice(1).every((group) => group.length === 3)) return undefined;
  return Number(groups.join(''));
}

function decimal(figure: string): number {
  const groups = figure.split(/[.,]/);
  const thousands = groups.length > 1 && groups.slice(1).every((group) => group.length === 3);
  return Number(thousands ? groups.join('') : groups.join('.'));
}
