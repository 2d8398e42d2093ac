import { z } from 'zod';
import type { Action } from '../../../dialogue/action.ts';
import type { OwnerDeps } from '../deps.ts';
import { showCode } from '../show-code.ts';

const input = z.object({ kode: z.string() });
type Deps = Parameters<typeof showCode>[0] & Pick<OwnerDeps, 'house'>;

/** Shows whatever a code stands for: an order, a payment, a purchase, a case, a call. */
export const showAny = (deps: Deps): Action<z.infer<typeof input>, 'shown' | 'unknown'> => ({
  name: 'show-any',
  kind: 'looks',
  input,
  outcomes: ['shown', 'unknown'],
  async run({ kode }, { language }) {
    const line = await showCode(deps, kode, language);
    return line
      ? { outcome: 'shown', lines: [line] }
      : { outcome: 'unknown', lines: [{ text: 'owner.tidak-ada-kode', with: { kode } }] };
  },
});
