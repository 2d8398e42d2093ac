import type { Action, List } from '../../../dialogue/action.ts';
import type { Kind, Reader } from '../../../dialogue/kind.ts';
import { fileKind } from '../../../dialogue/kinds/file.ts';
import { forOwner } from '../for-owner.ts';
import { remembered } from '../remembered.ts';
import type { OwnerShopDeps } from './deps.ts';
import { applyImport, dropImport } from './files/apply-import.ts';
import { checkImport, listOwners } from './files/check-import.ts';
import { exportFile, exportsList } from './files/export-file.ts';
import { exportLine } from './files/export-line.ts';
import { lookAtTable } from './files/look-at-table.ts';
import { addProduct } from './goods/add-product.ts';
import { goodsLine } from './goods/goods-line.ts';
import { allShelves, goodsSuppliers } from './goods/goods-lists.ts';
import { lookAtGoods } from './goods/look-at-goods.ts';
import { lookAtProduct } from './goods/look-at-product.ts';
import { lookAtStock } from './goods/look-at-stock.ts';
import { price } from './goods/price-kind.ts';
import { priceLine } from './goods/price-line.ts';
import { lookAtPrice } from './goods/price-look.ts';
import { setPicture } from './goods/set-picture.ts';
import { setPrice } from './goods/set-price.ts';
import { setStock } from './goods/set-stock.ts';
import { showGoods } from './goods/show-goods.ts';
import { sku } from './goods/sku-kind.ts';
import { stock } from './goods/stock-kind.ts';
import { stockLines, stockLinesReader } from './goods/stock-lines.ts';
import { switchGoods } from './goods/switch-goods.ts';
import { variantLines } from './goods/variant-lines.ts';
import { weight } from './goods/weight-kind.ts';
import { ownerOnly } from './may-do.ts';
import { accountNumber, bankName } from './money/account-kinds.ts';
import { accountLine } from './money/account-line.ts';
import { addAccount } from './money/add-account.ts';
import { lookAtAccount } from './money/look-at-account.ts';
import { showAccounts } from './money/show-accounts.ts';
import { showDayFigures } from './money/show-day.ts';
import { accountsThat, switchAccount } from './money/switch-account.ts';
import {
  addSupplier,
  inviteSupplier,
  pauseSupplier,
  resumeSupplier,
  setSupplierCouriers,
  setSupplierPhone,
  supplierCouriers,
} from './people/change-supplier.ts';
import { showSuppliers } from './people/show-suppliers.ts';
import { inviteStaff, removeStaff, showStaff, staffList } from './people/staff.ts';
import { aboutLine, newSupplierLine, pauseLine } from './people/supplier-line.ts';
import { suppliersThat } from './people/supplier-lists.ts';
import { setSupplierText, showSupplierText, supplierText } from './people/supplier-text.ts';
import { endCareful, lookAtCareful } from './profile/careful.ts';
import { shopLine } from './profile/shop-line.ts';
import { changeShop, lookAtShop, shopFields, showShop } from './profile/shop-profile.ts';
import { ownerShopTexts } from './texts.ts';

export type { CarefulSummary, OwnerShopDeps } from './deps.ts';

/** What the flows that run the shop itself may do; who may not is told so. */
export function ownerShopActions(deps: OwnerShopDeps): Readonly<Record<string, Action>> {
  const all: readonly Action[] = [
    forOwner(ownerOnly()),
    showGoods(deps),
    lookAtGoods(deps),
    switchGoods(deps),
    lookAtPrice(deps),
    setPrice(deps),
    lookAtStock(deps),
    setStock(deps),
    setPicture(deps),
    lookAtProduct(deps),
    addProduct(deps),
    showAccounts(deps),
    lookAtAccount(deps),
    forOwner(addAccount(deps)),
    forOwner(switchAccount(deps)),
    showDayFigures(deps),
    forOwner(exportFile(deps)),
    lookAtTable(deps),
    checkImport(deps),
    applyImport(deps),
    dropImport(deps),
    forOwner(showStaff(deps)),
    forOwner(removeStaff(deps)),
    showSuppliers(deps),
    addSupplier(deps),
    setSupplierPhone(deps),
    setSupplierCouriers(deps),
    showSupplierText(deps),
    setSupplierText(deps),
    pauseSupplier(deps),
    resumeSupplier(deps),
    showShop(deps),
    lookAtShop(),
    forOwner(changeShop(deps)),
    forOwner(lookAtCareful(deps)),
    forOwner(endCareful(deps)),
  ];
  // A code is a secret: it lies with its invitation alone, which gives the same one for the same key.
  const secret: readonly Action[] = [forOwner(inviteStaff(deps)), forOwner(inviteSupplier(deps))];
  const kept = all.map((action) => remembered(deps.acts, action));
  return Object.fromEntries([...kept, ...secret].map((action) => [action.name, action]));
}

/** What those flows may let the owner pick from. */
export const ownerShopLists = (deps: OwnerShopDeps): Readonly<Record<string, List>> => ({
  'all-shelves': allShelves(deps),
  'goods-suppliers': goodsSuppliers(deps),
  'accounts-in-use': accountsThat(deps, true),
  'accounts-not-in-use': accountsThat(deps, false),
  exports: exportsList(deps),
  'list-owners': listOwners(deps),
  'staff-members': staffList(deps),
  'every-supplier': suppliersThat(deps),
  'suppliers-at-work': suppliersThat(deps, false),
  'suppliers-paused': suppliersThat(deps, true),
  'supplier-couriers': supplierCouriers(deps),
  'shop-fields': shopFields(deps),
});

/** The kinds of answers of those flows. */
export const OWNER_SHOP_KINDS: Readonly<Record<string, Kind>> = {
  'supplier-text': supplierText,
  price,
  sku,
  stock,
  'stock-lines': stockLines,
  'variant-lines': variantLines,
  weight,
  'bank-name': bankName,
  'account-number': accountNumber,
  'table-file': fileKind(['file'], 'toko.impor.kirim'),
};

/** The readers of those flows' forms. */
export const OWNER_SHOP_READERS: Readonly<Record<string, Reader>> = {
  'goods-line': goodsLine,
  'price-line': priceLine,
  'stock-lines': stockLinesReader,
  'account-line': accountLine,
  'export-line': exportLine,
  'new-supplier-line': newSupplierLine,
  'pause-line': pauseLine,
  'supplier-named': aboutLine('pemasok'),
  'staff-named': aboutLine('siapa'),
  'account-named': aboutLine('rekening'),
  'shop-line': shopLine,
};

/** Every text that the code behind those flows says by itself, so that a missing one shows at start. */
export const OWNER_SHOP_TEXTS: readonly string[] = ownerShopTexts();
