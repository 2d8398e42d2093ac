import { areaData, type District } from './area-data.ts';

// All village names as one text `,name,name,` a district a line: a search in it takes a millisecond and one megabyte,
// where a map of 83,000 names would take ten.
let villages: { readonly text: string; readonly starts: readonly number[] } | undefined;

/** The kecamatan that have a village with this key, anywhere in the country. */
export function districtsHaving(key: string): readonly District[] {
  const { districts } = areaData();
  villages ??= indexVillages(districts);
  const found: District[] = [];
  for (let at = villages.text.indexOf(`,${key},`); at !== -1; at = villages.text.indexOf(`,${key},`, at + 1)) {
    const district = districts[lineAt(villages.starts, at)];
    if (district !== undefined && found.at(-1) !== district) found.push(district);
  }
  return found;
}

function indexVillages(districts: readonly District[]): { text: string; starts: number[] } {
  const starts: number[] = [];
  let text = '';
  for (const district of districts) {
    starts.push(text.length);
    const names = district.line.slice(district.line.indexOf('|')).toLowerCase();
    text += `${names.replace(/\|\d+:/g, ',').replace(/[^a-z0-9,]/g, '')},\n`;
  }
  return { text, starts };
}

function lineAt(starts: readonly number[], position: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
