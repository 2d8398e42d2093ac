import { z } from 'zod';
import { addressOf } from '../../../../channels/channel.ts';
import { asChatId } from '../../../../core/ids.ts';
import type { Action, List } from '../../../../dialogue/action.ts';
import type { LineChoice } from '../../../../dialogue/talk.ts';
import { sayIn } from '../../../../notices/house-words.ts';
import { showDay } from '../../../../notices/show-time.ts';
import type { Binding } from '../../../../shop/staff/role.ts';
import { byOwner } from '../../by-owner.ts';
import type { OwnerShopDeps } from '../deps.ts';
import { inviteLines } from './invite-lines.ts';

type Deps = Pick<OwnerShopDeps, 'staff' | 'house'>;

const nothing = z.object({});

/** Shows who belongs to the shop, with buttons that invite and remove. */
export const showStaff = ({ staff, house }: Deps): Action<z.infer<typeof nothing>, 'shown'> => ({
  name: 'show-staff',
  kind: 'looks',
  input: nothing,
  outcomes: ['shown'],
  run(_, { language }) {
    const say = sayIn(house, language);
    const { zone } = house.shop();
    const members = membersOf(staff);
    const isi = members
      .map(({ _id, name, at }) =>
        say('toko.staf.baris', { nama: name, lewat: addressOf(_id).channel, sejak: showDay(at, zone, language) }),
      )
      .join('\n');
    const remove = members.map(
      ({ _id, name }): LineChoice => ({
        label: { text: 'toko.staf.tombol-hapus', with: { nama: name } },
        tap: { verb: 'hapus-staf', code: _id },
      }),
    );
    const choices: LineChoice[] = [
      ...remove,
      { label: { text: 'toko.staf.tombol-baru' }, tap: { verb: 'undang-staf', code: '-' } },
    ];
    const line =
      members.length === 0
        ? { text: 'toko.staf.kosong', choices }
        : { text: 'toko.staf.daftar', with: { isi }, choices };
    return Promise.resolve({ outcome: 'shown', lines: [line] });
  },
});

const invite = z.object({ nama: z.string() });

/** Makes a code; whoever sends it first from a chat of theirs is staff of the shop. */
export const inviteStaff = ({ staff }: Pick<Deps, 'staff'>): Action<z.infer<typeof invite>, 'done'> => ({
  name: 'invite-staff',
  kind: 'acts',
  input: invite,
  outcomes: ['done'],
  async run({ nama }, at) {
    const made = await staff.invite({ role: 'staff', holder: '', name: nama }, { key: at.key, by: byOwner(staff, at) });
    return { outcome: 'done', lines: inviteLines('toko.staf.kode', nama, made.text, ALL_STAFF) };
  },
});

const ALL_STAFF: LineChoice = { label: { text: 'toko.staf.tombol-semua' }, tap: { verb: 'staf', code: '-' } };

const remove = z.object({ siapa: z.string() });

/** Ends somebody's work here: what their chat may do stops at once. */
export const removeStaff = ({ staff }: Pick<Deps, 'staff'>): Action<z.infer<typeof remove>, 'done' | 'refused'> => ({
  name: 'remove-staff',
  kind: 'acts',
  input: remove,
  outcomes: ['done', 'refused'],
  async run({ siapa }, at) {
    const done = await staff.remove(asChatId(siapa), { key: at.key, by: byOwner(staff, at) });
    if (!done.ok) return { outcome: 'refused', lines: [{ text: 'toko.staf.tidak-ada' }] };
    return { outcome: 'done', lines: [{ text: 'toko.staf.dihapus', with: { nama: done.value.name } }] };
  },
});

/** The people of the shop who can be removed from a chat. */
export const staffList =
  ({ staff }: Pick<Deps, 'staff'>): List =>
  () =>
    Promise.resolve(
      membersOf(staff).map(({ _id, name }) => ({
        value: _id,
        label: `${name} (${addressOf(_id).channel})`,
        words: [name],
      })),
    );

const membersOf = (staff: Deps['staff']): readonly Binding[] =>
  staff.all().filter(({ active, role }) => active && role === 'staff');
