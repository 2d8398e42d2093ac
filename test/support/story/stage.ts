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

/** Some labels hold what differs each time, an amount of its own: `[Terima …]` is whatever begins so. */
export const isLabel = (wanted: string, shown: string): boolean =>
  wanted.endsWith('…') ? shown.startsWith(wanted.slice(0, -1)) : shown === wanted;

/** The name a platform shows for somebody: `budi` is Budi. */
export const nameOf = (who: string): string => who.charAt(0).toUpperCase() + who.slice(1);

/** What a story calls the things that no flow reads, by the platforms' own word for them. */
export const ODD_KINDS: Readonly<Record<string, string>> = { stiker: 'sticker', kontak: 'contact' };
