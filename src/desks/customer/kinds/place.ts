import { z } from 'zod';
import type { Kind, Parsed } from '../../../dialogue/kind.ts';
import type { Place } from '../../../shop/shipping/rates.ts';
import { citiesNamed, districtsNamed } from '../../../understanding/areas.ts';
import { completedPlace, readPlace } from '../place/place-parts.ts';

const shape = z.object({ district: z.string().optional(), city: z.string(), province: z.string() });

/** A place that goods are sent to, as exact as a question about shipping needs: a city, perhaps a district. */
export const place: Kind = {
  parse({ text }) {
    const read = readPlace(text);
    const { city, province, district } = completedPlace(read.parts);
    if (city !== undefined && province !== undefined) return filled({ city, province }, district);
    return fromCandidates(
      candidatesOf(
        text,
        read.unsure.flatMap(({ candidates }) => candidates),
      ),
    );
  },
  show: (value) => placeName(value),
};

/** A place in words: `Cilodong, Kota Depok`. */
export function placeName(value: unknown): string {
  const read = shape.safeParse(value);
  return read.success ? [read.data.district, read.data.city].filter(Boolean).join(', ') : '-';
}

const filled = ({ city, province }: Place, district: string | undefined): Parsed => ({
  type: 'filled',
  value: { city, province, ...(district !== undefined && { district }) },
});

type Candidate = Place & { readonly district?: string };

function candidatesOf(text: string, unsure: readonly Candidate[]): readonly Candidate[] {
  if (unsure.length > 0) return unsure;
  const name = text
    .replace(/\b(?:ke|ongkir|kirim|berapa|kak|ya|min|untuk|buat|daerah)\b/gi, ' ')
    .replace(/[?!.]/g, ' ')
    .trim();
  const cities = citiesNamed(name);
  if (cities.length > 0) return cities.map((city) => ({ city: city.name, province: city.province }));
  return districtsNamed(name).map((one) => ({ district: one.name, city: one.city.name, province: one.city.province }));
}

const bare = (city: string): string => city.replace(/^(?:Kota|Kabupaten)(?: Administrasi)? /, '');

function fromCandidates(found: readonly Candidate[]): Parsed {
  const [first, other] = found;
  if (first === undefined) return { type: 'failed', why: 'ongkir.tempat-tidak-jelas' };
  // A kota and the kabupaten around it: for a question about shipping the kota will do.
  const around = found.every(
    ({ district, province, city }) =>
      district === undefined && province === first.province && bare(city) === bare(first.city),
  );
  const kota = found.find(({ city }) => city.startsWith('Kota'));
  if (other === undefined || around) return filled(kota ?? first, first.district);
  const choices = found.slice(0, 10).map((one) => ({
    value: { city: one.city, province: one.province, ...(one.district !== undefined && { district: one.district }) },
    label: [one.district, one.city, one.province].filter(Boolean).join(', '),
  }));
  return {
    type: 'more',
    ask: 'ongkir.tempat-mana',
    with: { nama: first.district ?? bare(first.city) },
    choices,
    kept: {},
  };
}
