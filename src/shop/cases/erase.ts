import type { Case } from './case.ts';

/** Entries whose data or reason is what somebody wrote in their own words. */
const WORDS_OF_PEOPLE: ReadonlySet<string> = new Set(['note', 'inspect', 'inspect_unfit', 'supplier_answered']);

/** The case without the person: words, pictures and bank account go; lines, amounts and decisions stay. */
export function erased(one: Case): Case {
  const history = one.history.map((entry) => ({
    ...entry,
    by: entry.by.desk === 'customer' ? { desk: entry.by.desk } : entry.by,
    ...(WORDS_OF_PEOPLE.has(entry.event) && { data: undefined, reason: undefined }),
    ...(entry.by.desk === 'customer' && { reason: undefined }),
  }));
  return {
    ...one,
    words: '',
    evidence: [],
    chat: undefined,
    destination: undefined,
    sendBack: one.sendBack && { ...one.sendBack, sent: undefined },
    replacement: one.replacement && { ...one.replacement, resi: '' },
    refund: one.refund && { ...one.refund, proof: undefined },
    appealed: one.appealed && { ...one.appealed, words: '' },
    inspection: one.inspection && { ...one.inspection, note: '' },
    history,
  };
}
