import type { Language } from '../../core/language.ts';
import { ok, type Result } from '../../core/result.ts';
import { cleanText, cutText, foldText } from '../../core/text.ts';
import type { Change } from '../../store/documents.ts';
import type { At } from '../at.ts';
import { knows, nextEntry, withEntry } from '../history.ts';
import { type Address, addressLines } from '../orders/address.ts';
import type { ConsentTo, Customer } from './customer.ts';
import { searchWords } from './search-words.ts';

/** What is kept of a person after an order, to be offered again at the next one. */
interface Kept {
  readonly name?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly address?: Address;
}

/** What may change of a customer. */
export type CustomerEdit =
  | ({ readonly type: 'keep' } & Kept)
  | { readonly type: 'set_language'; readonly language: Language }
  | { readonly type: 'forget_address'; readonly place: number }
  | {
      readonly type: 'consent';
      readonly to: ConsentTo;
      readonly given: boolean;
      readonly version: string;
      readonly channel: string;
    }
  | { readonly type: 'block'; readonly reason: string }
  | { readonly type: 'unblock' }
  | { readonly type: 'freeze' }
  | { readonly type: 'unfreeze' }
  | { readonly type: 'remark'; readonly note: string };

const KEPT_ADDRESSES = 5;
/** Kept in the document itself, so not worth a line of history each time. */
const SILENT: readonly CustomerEdit['type'][] = ['keep', 'set_language'];

/** Decides an edit on the newest document; the same key changes nothing again. */
export function changedCustomer(
  customer: Customer,
  edit: CustomerEdit,
  at: At & { readonly now: Date },
): Result<Change<Customer>, never> {
  if (knows(customer.history, at.key)) return ok({ type: 'unchanged' });
  const edited = applied(customer, edit, at);
  const doc = { ...edited, words: searchWords(edited.name, edited.phone) };
  if (SILENT.includes(edit.type)) return ok({ type: 'changed', doc, owes: [] });
  const reason = 'reason' in edit ? { reason: edit.reason } : {};
  const entry = nextEntry(customer.history, { key: at.key, at: at.now, by: at.by, event: edit.type, ...reason });
  return ok({ type: 'changed', doc: { ...doc, history: withEntry(customer.history, entry) }, owes: [] });
}

function applied(customer: Customer, edit: CustomerEdit, { key, by, now }: At & { readonly now: Date }): Customer {
  switch (edit.type) {
    case 'keep':
      return {
        ...customer,
        name: shortName(edit.name) || customer.name,
        phone: edit.phone ?? customer.phone,
        email: edit.email ?? customer.email,
        addresses: edit.address ? withAddress(customer.addresses, edit.address, now) : customer.addresses,
      };
    case 'set_language':
      return { ...customer, language: edit.language };
    case 'forget_address':
      return { ...customer, addresses: customer.addresses.filter((_, i) => i !== edit.place) };
    case 'consent': {
      const { version, channel, given } = edit;
      return { ...customer, notices: { ...customer.notices, [edit.to]: { version, at: now, channel, key, given } } };
    }
    case 'block':
      return { ...customer, blocked: { at: now, reason: edit.reason, by } };
    case 'unblock':
      return { ...customer, blocked: undefined };
    case 'freeze':
      return { ...customer, frozenAt: now };
    case 'unfreeze':
      return { ...customer, frozenAt: undefined };
    case 'remark':
      return { ...customer, note: cutText(cleanText(edit.note), 1_000) };
  }
}

/** The addresses with this one in front; the same place written otherwise stays one, and five are kept. */
function withAddress(kept: Customer['addresses'], address: Address, now: Date): Customer['addresses'] {
  const same = (one: Address): string => foldText([one.recipient, one.phone, ...addressLines(one)].join(' '));
  const others = kept.filter((one) => same(one.address) !== same(address));
  return [{ address, usedAt: now }, ...others].slice(0, KEPT_ADDRESSES);
}

/** A name as it is kept: clean, one line, not endless. */
export const shortName = (name: string | undefined): string => cutText(cleanText(name ?? '').replace(/\s+/g, ' '), 80);
