import { districtsNamed, districtsWithPostal, districtsWithVillage } from './areas.ts';
import { readIntent } from './intent.ts';

/** Reads the data files and builds their indexes, some 100 ms of work that no customer should wait for; call it once at start. */
export function prepareReaders(): void {
  districtsNamed('sukun');
  districtsWithPostal('65147');
  districtsWithVillage('sukun');
  readIntent('halo');
  readIntent('pesan');
}
