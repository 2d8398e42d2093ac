import { foldText } from '../core/text.ts';
import type { Mistake } from '../core/yaml/mistake.ts';
import type { Path } from '../core/yaml/yaml-source.ts';
import type { Doors } from './flow.ts';
import type { PlacedFlow } from './read-flow.ts';

/** Doors that two flows of one desk share, and names of flows that are there twice. */
export function checkDoors(placed: readonly PlacedFlow[]): readonly Mistake[] {
  const seen = new Map<string, PlacedFlow>();
  return placed.flatMap((one) => {
    const { flow, part } = one;
    const claims = [{ door: `flow ${flow.name}`, path: ['flow'] satisfies Path }, ...doorsOf(flow.start)];
    return claims.flatMap(({ door, path }): readonly Mistake[] => {
      const there = seen.get(`${flow.desk}/${door}`);
      seen.set(`${flow.desk}/${door}`, there ?? one);
      if (there === undefined) return [];
      const found =
        there === one
          ? `the door "${door}" is there twice`
          : `the door "${door}" is already that of the flow "${there.flow.name}"`;
      return [part.mistake(path, path[0] === 'flow' ? `the flow "${flow.name}" is there twice` : found)];
    });
  });
}

/** The doors of a flow, each as one word that no other flow of the desk may have, with where it is written. */
function doorsOf(doors: Doors): readonly { readonly door: string; readonly path: Path }[] {
  const named = (['words', 'intent', 'tap', 'link', 'media', 'command'] as const).flatMap((kind) =>
    (doors[kind] ?? []).map((word, i) => ({
      door: `${kind} ${kind === 'words' ? foldText(word) : word.toLowerCase()}`,
      path: ['start', kind, i],
    })),
  );
  const single = (['cart', 'place', 'unsupported', 'code', 'first', 'forwarded', 'fallback'] as const).flatMap(
    (kind) => (doors[kind] === true ? [{ door: kind, path: ['start', kind] }] : []),
  );
  return [...named, ...single];
}
