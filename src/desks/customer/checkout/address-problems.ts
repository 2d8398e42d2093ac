import type { Problem } from '../../../dialogue/talk.ts';
import type { Say } from '../../../notices/house-words.ts';
import type { AddressProblem } from '../../../understanding/check-address.ts';
import { doubtsOf, type PlaceParts } from '../place/place-parts.ts';

/** As many postal codes as are offered instead of one that does not fit. */
const OFFERED = 3;

/** What does not fit together in an address: a postal code of another place, a district of another city. */
export function addressProblems(place: PlaceParts, say: Say): readonly Problem[] {
  const problems = doubtsOf(place).map((doubt) => problemOf(place, doubt, say));
  // One question about the address at a time: its answer often settles the others.
  return problems.filter((problem) => problem !== undefined).slice(0, 1);
}

// What only the area data does not know is left as it was said: the data is some years old.
function problemOf(place: PlaceParts, doubt: AddressProblem, say: Say): Problem | undefined {
  switch (doubt.type) {
    case 'postal-mismatch':
      return postalMismatch(place, doubt.expected, say);
    case 'district-elsewhere':
    case 'ambiguous-district':
      return districtElsewhere(place, doubt.candidates, say);
    case 'unknown-district': {
      const { district, city } = place;
      const choices = [{ value: 'accept', label: say('pesan.alamat-benar') }];
      return {
        field: 'alamat',
        text: 'pesan.kecamatan-tidak-dikenal',
        with: { kecamatan: district, kota: city },
        choices,
      };
    }
    case 'missing':
    case 'ambiguous-city':
    case 'unknown-city':
    case 'city-elsewhere':
    case 'unknown-village':
    case 'bad-postal':
    case 'unknown-postal':
      return undefined;
  }
}

function postalMismatch(place: PlaceParts, expected: readonly string[], say: Say): Problem {
  const { postalCode, district, city } = place;
  const offered = expected.slice(0, OFFERED);
  return {
    field: 'alamat',
    text: 'pesan.kode-pos-beda',
    with: { kodepos: postalCode, kecamatan: district, kota: city, biasanya: offered.join(' / ') },
    choices: [
      ...offered.map((code) => ({
        value: { ...place, postalCode: code },
        label: say('pesan.kode-pos-pakai', { kodepos: code }),
      })),
      { value: 'accept', label: say('pesan.kode-pos-tetap', { kodepos: postalCode }) },
    ],
  };
}

interface Candidate {
  readonly district?: string;
  readonly city: string;
  readonly province: string;
}

function districtElsewhere(place: PlaceParts, candidates: readonly Candidate[], say: Say): Problem {
  return {
    field: 'alamat',
    text: 'alamat.kecamatan-lain',
    with: { nama: place.district, kota: place.city },
    choices: [
      ...candidates.slice(0, 6).map(({ district = place.district, city, province }) => ({
        value: { ...place, district, city, province },
        label: `${district}, ${city}, ${province}`,
      })),
      { value: 'accept', label: say('pesan.alamat-benar') },
    ],
  };
}
