import type { PersonId } from '../../core/ids.ts';
import type { Json } from '../../core/json.ts';

/** What became of a room's part of a wish to be forgotten; `later` while the room still needs the data (a parcel on its way). */
export type Erased = { readonly type: 'erased' } | { readonly type: 'later'; readonly reason: string };

/** A room that keeps something of persons: it hands it out and it forgets it. Both may be called again. */
export interface PrivateRoom {
  readonly room: string;
  collect(person: PersonId): Promise<Json>;
  erase(person: PersonId): Promise<Erased>;
}

/** The rooms that keep something of persons; each registers when the house is put together. */
export interface PrivateRooms {
  register(room: PrivateRoom): void;
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
    all: () => [...rooms.values()],
  };
}

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
