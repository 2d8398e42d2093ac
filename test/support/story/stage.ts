import type { Choice } from '../../../src/channels/channel.ts';

/** A message as a person sees it on their phone. */
export interface Seen {
  readonly who: string;
  readonly text: string;
  /** Labels of its buttons, or of its numbered choices. */
  readonly choices: readonly string[];
  readonly file?: string;
  readonly edited: boolean;
}

/** A platform on which a story is played. */
export interface Stage {
  readonly name: string;
  /** False where a message that was sent stays as it is. */
  readonly edits: boolean;
  say(who: string, text: string): Promise<void>;
  /** Presses a button of the newest (or, when `old`, the oldest) message that has it; where there are none, types its number. */
  tap(who: string, label: string, old: boolean): Promise<void>;
  send(who: string, what: string, caption: string): Promise<void>;
  quote(who: string, words: string, text: string): Promise<void>;
  /** What came since it was asked last. */
  heard(): readonly Seen[];
  later(ms: number): Promise<void>;
  restart(): Promise<void>;
  /** Resolves when nothing is being handled or said. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

export const labelsOf = (choices: readonly Choice[] | undefined): string[] =>
  (choices ?? []).map((choice) => choice.label);
