import type { ChatId } from '../core/ids.ts';
import { Lane } from './lane.ts';
import type { LaneDeps } from './lane-deps.ts';

/** How many lanes with nothing to do are kept with their chat in memory. */
const RESTING = 10_000;

/** The lanes of one account, the least recently used first. */
export class Lanes {
  private readonly lanes = new Map<ChatId, Lane>();

  of(chat: ChatId, deps: LaneDeps): Lane {
    const lane = this.lanes.get(chat) ?? new Lane(chat, deps);
    this.lanes.delete(chat);
    this.lanes.set(chat, lane);
    return lane;
  }

  get backlog(): number {
    return [...this.lanes.values()].reduce((sum, lane) => sum + lane.backlog, 0);
  }

  get busy(): boolean {
    return [...this.lanes.values()].some((lane) => lane.busy);
  }

  clear(): void {
    this.lanes.clear();
  }

  wakeAll(): void {
    for (const lane of this.lanes.values()) lane.wake();
  }

  /** Resolves when the step under way in each lane has ended. */
  async rest(): Promise<void> {
    await Promise.all([...this.lanes.values()].map((lane) => lane.rest()));
  }

  /** Forgets lanes that have nothing to do, past a number. */
  forgetIdle(): void {
    for (const [chat, lane] of this.lanes) {
      if (this.lanes.size <= RESTING) return;
      if (lane.idle) this.lanes.delete(chat);
    }
  }
}
