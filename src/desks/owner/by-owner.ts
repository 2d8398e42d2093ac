import { addressOf } from '../../channels/channel.ts';
import type { At } from '../../dialogue/action.ts';
import type { By } from '../../shop/history.ts';
import type { Staff } from '../../shop/staff/staff.ts';

/** Who acts, as histories and cards name them: a staff member by name, an owner of several by the end of the address. */
export function byOwner(staff: Pick<Staff, 'roleOf' | 'chatsOf'>, { who, chat }: Pick<At, 'who' | 'chat'>): By {
  const known = staff.roleOf(chat)?.name ?? '';
  if (known !== '') return { desk: 'owner', id: who.id, name: known };
  const several = staff.chatsOf('owner').length > 1;
  const name = several ? `Pemilik ${addressOf(chat).person.slice(-4)}` : 'Pemilik';
  return { desk: 'owner', id: who.id, name };
}
