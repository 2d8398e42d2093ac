import { asChatId, keyOf } from '../core/ids.ts';
import { DEMO_PROFILE, DEMO_SUPPLIERS } from '../demo/demo-shop.ts';
import { seedDemo } from '../demo/seed-demo.ts';
import { HOUSE } from '../shop/history.ts';
import type { Shop } from './build-shop.ts';
import type { House } from './open-house.ts';

export const DEMO_SUPPLIER_NAMES: readonly string[] = DEMO_SUPPLIERS.map(({ name }) => name);

/** Fills an empty shop with the demo; on the page its suppliers' phones are those of the demo's suppliers. */
export async function seedDemoShop(house: House, shop: Shop, onPage: boolean): Promise<void> {
  const isEmpty = (await shop.settings.read()).rev === 0;
  const isDemo = isEmpty || shop.settings.profile().name === DEMO_PROFILE.name;
  if (isEmpty) await seedDemo({ ...shop, files: house.files });
  if (!onPage || !isDemo) return;
  for (const [i, { name }] of DEMO_SUPPLIERS.entries()) {
    await shop.suppliers.refresh();
    const supplier = shop.suppliers.named(name);
    const chat = asChatId(`simulator/local/pemasok-${i + 1}`);
    if (!supplier || shop.staff.roleOf(chat)) continue;
    // key: the demo's own; a phone that was given another role keeps it
    const invite = await shop.staff.invite(
      { role: 'supplier', holder: supplier._id, name },
      { key: keyOf('demo', 'invite', i), by: HOUSE },
    );
    await shop.staff.redeem(invite.text, chat, keyOf('demo', 'redeem', i));
  }
}
