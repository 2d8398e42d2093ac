import { z } from 'zod';
import { rupiah } from '../../../../core/money.ts';
import { foldText } from '../../../../core/text.ts';
import type { Action } from '../../../../dialogue/action.ts';
import { withProblems } from '../../../../dialogue/problems.ts';
import type { Problem } from '../../../../dialogue/talk.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { marginOf } from './margin.ts';
import { newProductInput, variantsOf } from './new-product.ts';

const input = z.object({ ...newProductInput, accepted: z.array(z.string()).optional() });
type Deps = Pick<OwnerShopDeps, 'catalog' | 'house'>;

/** Looks at a new product before it is added: skus that are taken, a name that is there, a price below cost. */
export const lookAtProduct = (deps: Deps): Action<z.infer<typeof input>, 'fine' | 'problems'> => ({
  name: 'look-at-product',
  kind: 'looks',
  input,
  outcomes: ['fine', 'problems'],
  run(told, { language }) {
    const shelf = deps.catalog.snapshot();
    const variants = variantsOf(told);
    const label = sayIn(deps.house, language)('toko.harga.tombol-tetap');
    const accept = [{ value: 'accept', label }];
    const taken = variants.find(({ sku }) => shelf.item(sku));
    const twin = shelf.all.find(({ name }) => foldText(name) === foldText(told.nama));
    const loss = variants.find(({ price }) => price < told.modal);
    const problems: Problem[] = [];
    if (taken) problems.push({ field: 'sku', text: 'toko.produk.sku-dipakai', with: { sku: taken.sku } });
    if (twin)
      problems.push({ field: 'nama', text: 'toko.produk.nama-ada', with: { nama: twin.name }, choices: accept });
    if (loss) {
      const values = { harga: loss.price, modal: told.modal, rugi: told.modal - loss.price };
      problems.push({ field: 'harga', text: 'toko.harga.di-bawah-modal', with: values, choices: accept });
    }
    const [first] = variants;
    const isi = variants
      .map(({ sku, name, price }) => `• ${name === '' ? told.nama : name} · ${sku} · ${rupiah(price)}`)
      .join('\n');
    const data = { isi, ...marginOf(first?.price ?? 0, told.modal) };
    return Promise.resolve(
      problems.length > 0 ? { outcome: 'problems', data: withProblems(problems, data) } : { outcome: 'fine', data },
    );
  },
});
