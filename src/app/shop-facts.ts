import type { StoredFile } from '../channels/channel.ts';
import { asFileId, type FileId } from '../core/ids.ts';
import type { Texts } from '../dialogue/texts.ts';
import type { HouseWords } from '../notices/house-words.ts';
import { MADE } from '../store/file-sweep.ts';
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

/** The stored files as desks use them. */
export const deskFiles = (files: Files) => ({
  /** A stored file as it can be sent on; undefined when it is gone. */
  async file(id: string): Promise<StoredFile | undefined> {
    const found = await files.find(asFileId(id));
    return found && { id: found.id, mime: found.mime, name: found.name };
  },
  readFile: (id: FileId) => files.read(id),
  /** A file made to be handed out once; the next sweep takes it. */
  async putFile(bytes: Uint8Array, facts: { readonly name: string; readonly mime: string }): Promise<StoredFile> {
    return { ...facts, id: await files.put(bytes, { ...facts, about: [MADE] }) };
  },
});
