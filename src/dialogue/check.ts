import type { DeskName } from '../chats/desk.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import type { Action, List } from './action.ts';
import { checkDoors } from './check-doors.ts';
import { checkSteps } from './check-steps.ts';
import { checkTexts } from './check-texts.ts';
import { checkWiring } from './check-wiring.ts';
import type { Kind, Reader } from './kind.ts';
import type { PlacedTexts } from './load-texts.ts';
import type { PlacedFlow } from './read-flow.ts';
import type { Wiring } from './wiring.ts';

/** What a desk brings, as far as its files can be checked against it. */
export interface Catalog {
  readonly desk: DeskName;
  readonly actions: Readonly<Record<string, Action>>;
  readonly lists: Readonly<Record<string, List>>;
  readonly readers: Readonly<Record<string, Reader<never>>>;
  readonly kinds: Readonly<Record<string, Kind<never>>>;
  /** Texts that the desk's own code says, so that a missing one shows at start. */
  readonly texts?: readonly string[];
  /** Names that every text of the desk may use, such as the shop's name. */
  readonly names?: readonly string[];
}

/** The catalog of a desk's wiring. */
export function catalogOf<S>(desk: DeskName, wiring: Wiring<S>): Catalog {
  const { actions, lists, readers, kinds, texts } = wiring;
  const names = Object.keys(wiring.facts?.('id') ?? {});
  return { desk, actions, lists, readers, kinds, names, ...(texts !== undefined && { texts }) };
}

/** Every mistake in the flows of all desks: steps, wiring, doors, texts. */
export function checkFlows(
  placed: readonly PlacedFlow[],
  texts: PlacedTexts,
  catalogs: readonly Catalog[],
): readonly Mistake[] {
  const catalogFor = (desk: DeskName): Catalog | undefined => catalogs.find((catalog) => catalog.desk === desk);
  return [
    ...placed.flatMap((one) => [...checkSteps(one), ...checkWiring(one, catalogFor(one.flow.desk))]),
    ...checkDoors(placed),
    ...checkTexts(placed, texts, catalogs),
  ];
}
