import type { Result } from '../../core/result.ts';
import { type DataProblem, readDataFile } from '../data-file/read-data-file.ts';
import { type Policy, policyShape } from './policy.ts';

/** Reads `flows/policy.yaml`; every reason must have its rule. */
export function loadPolicy({ file, text }: { file: string; text: string }): Result<Policy, DataProblem[]> {
  return readDataFile(file, text, policyShape);
}
