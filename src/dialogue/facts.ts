import type { Language } from '../core/language.ts';
import type { DoorIndex } from './door-index.ts';
import type { Flow, FormStep, Step, TextKey } from './flow.ts';
import type { Kind, Reader } from './kind.ts';
import type { Filled, Talk } from './talk.ts';

/** All that the engine decides by, besides the talk and what was said: nothing in it changes while a turn is decided. */
export interface Facts {
  readonly flows: ReadonlyMap<string, Flow>;
  readonly doors: DoorIndex;
  readonly kinds: Readonly<Record<string, Kind>>;
  readonly readers: Readonly<Record<string, Reader>>;
  readonly snapshot: unknown;
  readonly language: Language;
  readonly now: Date;
  /** Values that every text may use, such as the shop's name. */
  readonly facts: Filled;
  /** A text in the chat's language; for labels that a person may type. */
  say(key: TextKey, values?: Filled): string;
  /** The names that a text wants values for. */
  wants(key: TextKey): readonly string[];
  /** True where a person of the shop can be asked for: not for the people of the shop themselves. */
  readonly people: boolean;
  /** True for an action that only looks. */
  looks(action: string): boolean;
  /** What a person wants in general, for a question asked in the middle of another; undefined when it is not clear. */
  intent(text: string): { readonly intent: string; readonly sure: boolean } | undefined;
}

/** The step a talk stands at; undefined when its flow or step is gone. */
export const stepOf = (facts: Facts, talk: Talk): Step | undefined =>
  facts.flows.get(talk.flow)?.steps.find((step) => step.id === talk.step);

/** The form a talk stands at. */
export function formStepOf(facts: Facts, talk: Talk): FormStep | undefined {
  const step = stepOf(facts, talk);
  return step?.type === 'form' ? step : undefined;
}

/** All forms of a flow, in order. */
export const formsOf = (flow: Flow): readonly FormStep[] => flow.steps.filter((step) => step.type === 'form');

/** Finds a form of the talk's flow by its name. */
export const formNamed = (facts: Facts, talk: Talk, name: string): FormStep | undefined => {
  const flow = facts.flows.get(talk.flow);
  return flow === undefined ? undefined : formsOf(flow).find((form) => form.name === name);
};
