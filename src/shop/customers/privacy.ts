import type { Key, PersonId } from '../../core/ids.ts';
import type { Json } from '../../core/json.ts';

/** How a person is forgotten. */
interface Erasing {
  /** forget/<request>: the same on every try. */
  readonly key: Key;
  /** The wish had to wait, and nobody has told the person yet that it is done. */
  readonly waited: boolean;
}

/** A room that keeps something of persons: it hands it out and it forgets it. All may be called again. */
export interface PrivateRoom {
  readonly room: string;
  /** `first`: finds what others wrote by what the rooms after it still know; `last`: the others find the person by it. */
  readonly goes?: 'first' | 'last';
  collect(person: PersonId): Promise<Json>;
  /** Why it still needs what it keeps (a parcel on its way); empty when all may go. */
  needs?(person: PersonId): Promise<readonly string[]>;
  /** Forgets the person; called only when no room needs anything any more. */
  erase(person: PersonId, how: Erasing): Promise<void>;
}

/** The rooms that keep something of persons; each registers when the house is put together. */
export interface PrivateRooms {
  register(room: PrivateRoom): void;
  /** In the order in which they forget. */
  all(): readonly PrivateRoom[];
}

/** Creates the list of rooms that keep something of persons. */
export function createPrivateRooms(): PrivateRooms {
  const rooms = new Map<string, PrivateRoom>();
  return {
    register(room) {
      if (rooms.has(room.room)) throw new Error(`two rooms answer for '${room.room}'`);
      rooms.set(room.room, room);
    },
    all: () => [...rooms.values()].toSorted((one, other) => rankOf(one) - rankOf(other)),
  };
}

const rankOf = ({ goes }: PrivateRoom): number => (goes === 'first' ? 0 : goes === 'last' ? 2 : 1);

/** Everything that the shop keeps of a person, by room, as it can be handed to them. */
export async function everything(rooms: PrivateRooms, person: PersonId, now: Date): Promise<Json> {
  const parts = await Promise.all(rooms.all().map(async (room) => [room.room, await room.collect(person)] as const));
  return { person, at: now.toISOString(), ...Object.fromEntries(parts) };
}

/** The same as a text a person can read without a program. */
export function asReadableText(value: Json, depth = 0): string {
  const pad = '  '.repeat(depth);
  if (Array.isArray(value)) return value.map((item) => `${pad}-\n${asReadableText(item, depth + 1)}`).join('\n');
  if (typeof value !== 'object' || value === null) return `${pad}${String(value)}`;
  return Object.entries(value)
    .filter(([, field]) => field !== undefined && field !== '')
    .map(([name, field]) =>
      typeof field === 'object' && field !== null
        ? `${pad}${name}:\n${asReadableText(field, depth + 1)}`
        : `${pad}${name}: ${String(field)}`,
    )
    .join('\n');
}
