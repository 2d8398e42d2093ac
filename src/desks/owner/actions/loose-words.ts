import { z } from 'zod';
import { readCode } from '../../../core/ids.ts';
import type { Action } from '../../../dialogue/action.ts';
import { fileAnswer } from '../../../dialogue/kinds/file.ts';
import type { OwnerDeps } from '../deps.ts';
import { orderChoices } from '../order-choices.ts';
import { replyTo } from './reply-customer.ts';

const input = z.object({
  kata: z.string().optional(),
  tentang: z.string().optional(),
  berkas: z.array(fileAnswer).optional(),
});
type Deps = Parameters<typeof replyTo>[0] & Pick<OwnerDeps, 'house' | 'cards'>;

const MOST = 8;

/**
 * What the owner writes without a command: a reply to the customer whose message is quoted, else words to look orders up by.
 * Quoting a card of the house is no reply to anybody, so it is asked first.
 */
export const looseWords = (deps: Deps): Action<z.infer<typeof input>, 'sent' | 'to-whom' | 'shown' | 'unknown'> => ({
  name: 'loose-words',
  kind: 'acts',
  input,
  outcomes: ['sent', 'to-whom', 'shown', 'unknown'],
  async run({ kata = '', tentang, berkas = [] }, at) {
    const code = tentang === undefined ? undefined : readCode(tentang);
    const call = code && (await deps.calls.find(code));
    if (call) {
      const files = berkas.map(({ file }) => file);
      const sent = await replyTo(deps, call._id, kata, files, at);
      return sent.outcome === 'sent' ? { ...sent, outcome: 'sent' } : { ...sent, outcome: 'unknown' };
    }
    if (code !== undefined && deps.suppliers.known(code) !== undefined) {
      const sent = await replyTo(
        deps,
        code,
        kata,
        berkas.map(({ file }) => file),
        at,
      );
      return sent.outcome === 'sent' ? { ...sent, outcome: 'sent' } : { ...sent, outcome: 'unknown' };
    }
    if (code !== undefined && (kata !== '' || berkas.length > 0)) return { outcome: 'to-whom', data: code };
    if (berkas.length > 0) return { outcome: 'unknown' };
    const found = kata.length >= 3 ? await deps.orders.search(kata, MOST) : [];
    if (found.length === 0) return { outcome: 'unknown', lines: [{ text: 'owner.tidak-paham' }] };
    const choices = orderChoices(deps.house, found, at.language);
    return { outcome: 'shown', lines: [{ text: 'owner.cari-ketemu', with: { jumlah: found.length }, choices }] };
  },
});
