import { err, ok, type Result } from '../../core/result.ts';
import type { Mistake } from '../../core/yaml/mistake.ts';
import { readDataFile } from '../../core/yaml/read-data-file.ts';
import { type Policy, policyShape } from './policy.ts';

/** Reads `flows/policy.yaml`; every reason must have its rule. */
export function loadPolicy({ file, text }: { file: string; text: string }): Result<Policy, readonly Mistake[]> {
  const read = readDataFile(file, text, policyShape);
  return read.ok ? ok(read.value.value) : err(read.error);
}
