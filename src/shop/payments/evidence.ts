import type { Code, FileId } from '../../core/ids.ts';
import type { Claims } from '../../store/claims.ts';
import type { Files } from '../../store/files.ts';
import { lookDistance, NEARLY_SAME } from '../files/picture-look.ts';
import type { Reuse } from './payment.ts';

/** What payments need of the stored files. */
export type EvidenceFiles = Pick<Files, 'find' | 'keep' | 'drop' | 'lookingLike'>;

/** Pictures that are looked through for one that looks nearly the same. */
const LOOK_THROUGH = 30;

const aboutOf = (payment: Code): string => `payments/${payment}`;

/** Keeps the evidence under the payment and says which other payments came with the same, or nearly the same, picture. */
export async function keepEvidence(
  payment: Code,
  evidence: readonly FileId[],
  { files, claims, now }: { files: EvidenceFiles; claims: Claims; now: Date },
): Promise<readonly Reuse[]> {
  const found: Reuse[] = [];
  for (const file of evidence) {
    await files.keep(file, aboutOf(payment));
    // A picture is claimed by the first payment that brings it, so of two that come at once exactly one is flagged.
    const id = `proof/${file}`;
    if (!(await claims.take(id, payment, now))) {
      const holder = await claims.holder(id);
      if (holder !== undefined) found.push({ file, payment: holder, how: 'same' });
    }
    for (const other of await nearTo(file, files)) {
      if (other !== payment && !found.some((one) => one.payment === other))
        found.push({ file, payment: other, how: 'near' });
    }
  }
  return found;
}

/** Lets go of a payment's pictures; with their last reference they are erased. */
export async function dropEvidence(payment: Code, evidence: readonly FileId[], files: EvidenceFiles): Promise<void> {
  for (const file of evidence) await files.drop(file, aboutOf(payment));
}

async function nearTo(file: FileId, files: EvidenceFiles): Promise<string[]> {
  const look = (await files.find(file))?.look;
  if (look === undefined) return [];
  const alike = await files.lookingLike(look, LOOK_THROUGH);
  return alike
    .filter((one) => one.id !== file && one.look !== undefined && lookDistance(one.look, look) <= NEARLY_SAME)
    .flatMap(({ about }) => about.filter((name) => name.startsWith('payments/')).map((name) => name.slice(9)));
}
