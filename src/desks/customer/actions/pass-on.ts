import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import { fileAnswer } from '../../../dialogue/kinds/file.ts';
import { mapLink } from '../../calls/map-link.ts';
import type { CustomerDeps } from '../deps.ts';

const input = z.object({
  berkas: z.array(fileAnswer).optional(),
  /** What was written below it. */
  kata: z.string().optional(),
  /** The kind of a thing that no bot reads: a sticker, a contact. */
  jenis: z.string().optional(),
  /** Where a shared place is: `lat,lon`. */
  tempat: z.string().optional(),
});
type Name = 'voice' | 'video' | 'place' | 'other';

/** Shows the owner what the bot cannot read: a voice note, a video, a place. */
export const passOn = (deps: Pick<CustomerDeps, 'owner'>): Action<z.infer<typeof input>, Name> => ({
  name: 'pass-on',
  kind: 'acts',
  input,
  outcomes: ['voice', 'video', 'place', 'other'],
  async run({ berkas = [], kata = '', jenis, tempat }, at) {
    const outcome = jenis === undefined ? nameOf(berkas[0]?.kind) : 'other';
    const words = [kata, ...(tempat === undefined ? [] : [mapLink(tempat)])].filter((one) => one !== '').join('\n');
    const thing = words === '' && jenis !== undefined ? { thing: jenis } : {};
    await deps.owner.ask({ what: 'message', words, ...thing, files: berkas.map(({ file }) => file) }, at);
    return { outcome };
  },
});

function nameOf(kind: string | undefined): Name {
  if (kind === undefined) return 'place';
  if (kind === 'audio') return 'voice';
  return kind === 'video' ? 'video' : 'other';
}
