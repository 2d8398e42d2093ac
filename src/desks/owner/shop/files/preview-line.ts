import type { Language } from '../../../../core/language.ts';
import { rupiah } from '../../../../core/money.ts';
import { cutText } from '../../../../core/text.ts';
import type { Line } from '../../../../dialogue/talk.ts';
import { type Say, sayIn } from '../../../../notices/house-words.ts';
import type { ImportPreview, PriceMove } from '../../../../shop/tables/preview-import.ts';
import type { OwnerShopDeps } from '../deps.ts';

/** As many of each sort as a phone's screen holds. */
const TOLD = 6;

/** What a list would do, in words: what is new, dearer, cheaper, changed, gone, sold at a loss. */
export function previewLine(
  { house }: Pick<OwnerShopDeps, 'house'>,
  rows: number,
  preview: ImportPreview | undefined,
  language: Language,
): { readonly line: Line; readonly nothing: boolean } {
  const say = sayIn(house, language);
  if (!preview) return { line: { text: 'toko.impor.resi', with: { baris: rows } }, nothing: rows === 0 };
  const { added, up, down, changed, gone, losses, unchanged } = preview;
  const parts = [
    ...skus('baru', added, say),
    ...moves('naik', up, say),
    ...moves('turun', down, say),
    ...skus('berubah', changed, say),
    ...skus('hilang', gone, say),
    ...skus('rugi', losses, say),
    ...(unchanged > 0 ? [say('toko.impor.tetap', { jumlah: unchanged })] : []),
  ];
  const nothing = [added, up, down, changed, gone].every((list) => list.length === 0);
  return nothing
    ? { line: { text: 'toko.impor.tidak-berubah', with: { baris: rows } }, nothing }
    : { line: { text: 'toko.impor.pratinjau', with: { baris: rows, isi: parts.join('\n\n') } }, nothing };
}

function skus(what: string, all: readonly string[], say: Say): string[] {
  if (all.length === 0) return [];
  const shown = all.slice(0, TOLD * 2).join(', ');
  const daftar = `${cutText(shown, 300)}${all.length > TOLD * 2 ? ', …' : ''}`;
  return [say(`toko.impor.${what}`, { jumlah: all.length, daftar })];
}

// What costs the shop more is told first: the margin that shrinks is why the owner looks at all.
function moves(what: string, all: readonly PriceMove[], say: Say): string[] {
  if (all.length === 0) return [];
  const worst = all.toSorted((a, b) => a.marginTo - a.marginFrom - (b.marginTo - b.marginFrom));
  const lines = worst.slice(0, TOLD).map((move) =>
    say(`toko.impor.gerak-${move.what === 'price' ? 'harga' : 'modal'}`, {
      nama: cutText(move.name, 40),
      sku: move.sku,
      dari: rupiah(move.from),
      jadi: rupiah(move.to),
      untungDari: rupiah(move.marginFrom),
      untungJadi: rupiah(move.marginTo),
    }),
  );
  const more = all.length > TOLD ? [say('toko.impor.gerak-lagi', { jumlah: all.length - TOLD })] : [];
  return [[say(`toko.impor.${what}`, { jumlah: all.length }), ...lines, ...more].join('\n')];
}
