import type { StoredFile } from '../channels/channel.ts';
import { asFileId } from '../core/ids.ts';
import type { Texts } from '../dialogue/texts.ts';
import type { HouseWords } from '../notices/house-words.ts';
import type { Files } from '../store/files.ts';
import type { Shop } from './build-shop.ts';
import type { Rules } from './load-rules.ts';

/** What whoever writes to people needs of the house. */
export const houseWords = (texts: Texts, shop: Shop, rules: Rules, zone: string): HouseWords => ({
  texts,
  couriers: () => rules.couriers,
  shop: () => ({
    name: shop.settings.profile().name,
    zone,
    accounts: shop.settings.accounts().map(({ id, bank, number, holder }) => ({ id, bank, number, holder })),
  }),
});

/** A stored file as it can be sent on; undefined when it is gone. */
export const storedFileOf =
  (files: Files) =>
  async (id: string): Promise<StoredFile | undefined> => {
    const file = await files.find(asFileId(id));
    return file && { id: file.id, mime: file.mime, name: file.name };
  };
