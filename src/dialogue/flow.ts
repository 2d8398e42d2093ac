import type { DeskName } from '../chats/desk.ts';

/** The name of a text in `flows/texts/<language>.yaml`: `area.what`. */
export type TextKey = string;
/** A step's own id, or the name of its form, choice or action. */
export type StepId = string;

/** One conversation, as loaded from a file of `flows/` and checked: every target exists, every outcome leads somewhere. */
export interface Flow {
  readonly name: string;
  readonly desk: DeskName;
  readonly start: Doors;
  readonly steps: readonly Step[];
}

/** What opens a flow; no two flows of one desk share a door. */
export interface Doors {
  readonly words?: readonly string[];
  readonly intent?: readonly string[];
  /** Verbs of buttons and of words with a code (`terima K7M2QX`). */
  readonly tap?: readonly string[];
  /** Prefix of a deep link's payload: `p` for `p_<SKU>`. */
  readonly link?: readonly string[];
  readonly media?: readonly ('image' | 'pdf' | 'file' | 'audio' | 'video')[];
  readonly cart?: boolean;
  readonly place?: boolean;
  /** Stickers, contacts and whatever else a channel cannot hand over. */
  readonly unsupported?: boolean;
  /** `/resi`; a command may be typed with its arguments, which the form's reader takes. */
  readonly command?: readonly string[];
  /** A code alone (`K7M2QX`) opens this flow. */
  readonly code?: boolean;
  /** The flow that meets a person whom the bot has not met, before anything else is answered. */
  readonly first?: boolean;
  /** The flow for somebody else's words that were forwarded; a desk without one takes them as the sender's own. */
  readonly forwarded?: boolean;
  /** The flow that answers what nothing else understands. */
  readonly fallback?: boolean;
  /** Answered even while the bot is silent for a person: what nobody may have to wait for. */
  readonly always?: boolean;
}

export type Step =
  | { readonly type: 'say'; readonly id: StepId; readonly text: TextKey; readonly go?: StepId }
  | FormStep
  | {
      readonly type: 'choose';
      readonly id: StepId;
      /** What the chosen value is kept under. */
      readonly name: string;
      readonly text: TextKey;
      readonly options:
        | readonly { readonly value: string; readonly label: TextKey; readonly go?: StepId }[]
        | { readonly from: string; readonly go?: StepId; readonly none?: StepId };
    }
  | {
      readonly type: 'call';
      readonly id: StepId;
      readonly action: string;
      /** `$form` or an object of constants and `$name`s. */
      readonly with?: string | Readonly<Record<string, string>>;
      readonly save?: string;
      readonly on: Readonly<Record<string, StepId>>;
    }
  | {
      readonly type: 'when';
      readonly id: StepId;
      readonly cases: readonly { readonly if: Readonly<Record<string, readonly string[]>>; readonly go: StepId }[];
      readonly otherwise: StepId;
    }
  | { readonly type: 'end'; readonly id: StepId; readonly how: 'done' | 'cancelled' | 'human' };

export interface FormStep {
  readonly type: 'form';
  readonly id: StepId;
  /** What its answers are kept under; the step's id too where it was given none. */
  readonly name: string;
  readonly fields: readonly Field[];
  readonly reader?: string;
  /** Sent once when the form is entered with nothing filled: how to order in one message. */
  readonly format?: TextKey;
  /** A look with the outcomes `fine` and `problems`; problems are asked like fields. */
  readonly check?: string;
  /** The text above the numbered summary; without it the form goes on as soon as it is complete. */
  readonly confirm?: TextKey;
  readonly give_up?: StepId;
  readonly idle?: { readonly hours: number; readonly go: StepId };
  readonly go?: StepId;
}

export interface Field {
  readonly name: string;
  readonly as: { readonly kind: string } | { readonly pick: string; readonly many: boolean };
  /** An optional field without a question is never asked, only read. */
  readonly ask?: TextKey;
  /** What people call the field besides its own name and its label. */
  readonly called?: readonly string[];
  /** The label of the field in the numbered summary; without it the field is not shown there. */
  readonly label?: TextKey;
  readonly many?: { readonly min: number; readonly max: number };
  readonly optional: boolean;
  /** Asked only / not asked when another field has one of these values. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
  readonly unless?: Readonly<Record<string, readonly string[]>>;
  /** Offered from what is kept of the person, never assumed. */
  readonly keep?: 'person';
  /** Where a pick without any choice leads; without it an optional one is skipped, a `many` one is empty, else the form gives up. */
  readonly none?: StepId;
}
