import type { App } from '../../../src/app.ts';
import { asKey, type ChatId } from '../../../src/core/ids.ts';

/** The suppliers of the stories, in the order of the demo's: `pemasok`, `pemasokb`, `pemasokc`. */
const supplierNamed = (i: number): string => (i === 0 ? 'pemasok' : `pemasok${'abcdefgh'.charAt(i)}`);

/** Makes each supplier's chat theirs by the code that the owner was given, as a supplier does. */
export async function bindSuppliers({ shop }: App, chatOf: (who: string) => ChatId): Promise<void> {
  await shop.suppliers.refresh();
  for (const [i, supplier] of shop.suppliers.all().entries()) {
    const invite = await shop.staff.invite(
      { role: 'supplier', holder: supplier._id, name: supplier.name },
      { key: asKey(`invite-${i}`), by: { desk: 'owner' } },
    );
    await shop.staff.redeem(invite.text, chatOf(supplierNamed(i)), asKey(`redeem-${i}`));
  }
}
