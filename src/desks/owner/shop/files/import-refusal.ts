import type { Language } from '../../../../core/language.ts';
import type { Line } from '../../../../dialogue/talk.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { ImportRefused } from '../../../../shop/tables/read-import.ts';
import type { RowProblem } from '../../../../shop/tables/row-problem.ts';
import type { OwnerShopDeps } from '../deps.ts';

/** Wrong cells that are told at once; more do not fit a phone's screen. */
const TOLD = 12;

/** Why a file is not taken, and what would be right: row by row where rows are wrong. */
export function importRefusal(
  { house }: Pick<OwnerShopDeps, 'house'>,
  refused: ImportRefused,
  language: Language,
): Line {
  const say = sayIn(house, language);
  switch (refused.code) {
    case 'table-too-large':
    case 'table-too-many-rows':
    case 'table-not-readable':
    case 'table-empty':
      return { text: `toko.impor.${refused.code}`, with: { batas: limitOf(refused.limit) } };
    case 'import-columns-missing':
      return { text: 'toko.impor.kolom' };
    case 'import-rows-wrong': {
      const rows = refused.problems.slice(0, TOLD).map((problem) => {
        const values = { baris: problem.row, kolom: say(`toko.impor.kolom-${problem.column}`), isi: problem.found };
        const right = say(`toko.impor.harus-${problem.right}`);
        return say(problem.found === '' ? 'toko.impor.salah-kosong' : 'toko.impor.salah', { ...values, harus: right });
      });
      const rest = refused.count - rows.length;
      const more = rest > 0 ? [say('toko.impor.salah-lagi', { jumlah: rest })] : [];
      return { text: 'toko.impor.baris-salah', with: { jumlah: refused.count, isi: [...rows, ...more].join('\n') } };
    }
  }
}

const limitOf = (limit: number | undefined): string => (limit === undefined ? '' : limit.toLocaleString('id-ID'));

/** Columns that a wrong cell may stand in, each with a text. */
export const IMPORT_COLUMNS = [
  'sku',
  'name',
  'variant',
  'category',
  'description',
  'price',
  'cost',
  'weightGrams',
  'supplier',
  'stock',
  'label',
  'courier',
  'resi',
] as const;

/** What a cell should have held, each with a text. */
export const IMPORT_RIGHTS: readonly RowProblem['right'][] = [
  'needed',
  'rupiah',
  'grams',
  'stock',
  'known-supplier',
  'one-row-each',
  'no-formula',
  'shorter',
  'known-order',
  'known-courier',
  'resi',
];
