import { readPhone } from '../../core/phone.ts';
import { err, ok, type Result } from '../../core/result.ts';
import { cleanText, cutText, foldText } from '../../core/text.ts';
import type { Change } from '../../store/documents.ts';
import type { At } from '../at.ts';
import { knows, nextEntry, noticeOf, withEntry } from '../history.ts';
import type { Place } from '../shipping/rates.ts';
import type { Supplier } from './supplier.ts';
import { unknownPlaceholders } from './template.ts';

/** What may change of a supplier. */
export type SupplierEdit =
  | { readonly type: 'set_name'; readonly name: string }
  | { readonly type: 'set_contact'; readonly phone?: string | undefined; readonly email?: string | undefined }
  /** Empty: back to the shop's own text. */
  | { readonly type: 'set_template'; readonly template: string }
  | { readonly type: 'set_couriers'; readonly couriers: readonly string[] }
  | { readonly type: 'set_origin'; readonly origin: Place }
  | {
      readonly type: 'set_cut_off';
      readonly at?: string | undefined;
      readonly days?: readonly number[] | undefined;
      readonly batch?: boolean | undefined;
    }
  | { readonly type: 'set_words'; readonly terms?: string; readonly returnsTo?: string; readonly note?: string }
  | { readonly type: 'rate'; readonly stars: number }
  | { readonly type: 'pause'; readonly reason: string }
  | { readonly type: 'resume' };

/** Why an edit is not made; `details` names what is wrong. */
export interface SupplierRefused {
  readonly code: 'supplier-refused';
  readonly why:
    | 'name-missing'
    | 'name-taken'
    | 'bad-phone'
    | 'bad-email'
    | 'unknown-placeholder'
    | 'kode-missing'
    | 'bad-time'
    | 'bad-rating';
  readonly details?: readonly string[];
}

const WORKING_DAYS = [1, 2, 3, 4, 5, 6];

/** Decides an edit on the newest document; the same key changes nothing again. */
export function changedSupplier(
  supplier: Supplier,
  edit: SupplierEdit,
  at: At & { readonly now: Date },
): Result<Change<Supplier>, SupplierRefused> {
  if (knows(supplier.history, at.key)) return ok({ type: 'unchanged' });
  const edited = applied(supplier, edit, at);
  if (!edited.ok) return edited;
  const reason = 'reason' in edit ? { reason: edit.reason } : {};
  const entry = nextEntry(supplier.history, { key: at.key, at: at.now, by: at.by, event: edit.type, ...reason });
  const told = edit.type === 'pause' || edit.type === 'resume';
  const owes = told ? [noticeOf('supplier', supplier._id, entry)] : [];
  return ok({ type: 'changed', doc: { ...edited.value, history: withEntry(supplier.history, entry) }, owes });
}

function applied(
  supplier: Supplier,
  edit: SupplierEdit,
  at: At & { readonly now: Date },
): Result<Supplier, SupplierRefused> {
  switch (edit.type) {
    case 'set_name': {
      const name = supplierName(edit.name);
      return name === '' ? refused('name-missing') : ok({ ...supplier, name });
    }
    case 'set_contact':
      return withContact(supplier, edit);
    case 'set_template':
      return withTemplate(supplier, cleanText(edit.template));
    case 'set_couriers':
      return ok({ ...supplier, couriers: [...new Set(edit.couriers)] });
    case 'set_origin':
      return ok({ ...supplier, origin: edit.origin });
    case 'set_cut_off': {
      if (edit.at === undefined) return ok({ ...supplier, cutOff: undefined, batch: false });
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(edit.at)) return refused('bad-time', [edit.at]);
      const days = edit.days && edit.days.length > 0 ? edit.days : WORKING_DAYS;
      return ok({ ...supplier, cutOff: { at: edit.at, days }, batch: edit.batch ?? supplier.batch });
    }
    case 'set_words': {
      const words = (text: string | undefined, old: string): string =>
        text === undefined ? old : cutText(cleanText(text), 2_000);
      const { terms, returnsTo, note } = supplier;
      return ok({
        ...supplier,
        terms: words(edit.terms, terms),
        returnsTo: words(edit.returnsTo, returnsTo),
        note: words(edit.note, note),
      });
    }
    case 'rate':
      return Number.isInteger(edit.stars) && edit.stars >= 1 && edit.stars <= 5
        ? ok({ ...supplier, rating: edit.stars })
        : refused('bad-rating');
    case 'pause':
      return ok({ ...supplier, paused: { at: at.now, reason: edit.reason, by: at.by } });
    case 'resume':
      return ok({ ...supplier, paused: undefined });
  }
}

function withContact(
  supplier: Supplier,
  edit: Extract<SupplierEdit, { type: 'set_contact' }>,
): Result<Supplier, SupplierRefused> {
  const phone = edit.phone === undefined || edit.phone === '' ? undefined : readPhone(edit.phone)?.e164;
  if (edit.phone && phone === undefined) return refused('bad-phone', [edit.phone]);
  if (edit.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(edit.email)) return refused('bad-email', [edit.email]);
  const contact = {
    phone: edit.phone === undefined ? supplier.contact.phone : phone,
    email: edit.email === undefined ? supplier.contact.email : edit.email || undefined,
  };
  return ok({ ...supplier, contact });
}

// A text without the code could never be matched to its order when the supplier answers.
function withTemplate(supplier: Supplier, template: string): Result<Supplier, SupplierRefused> {
  if (template === '') return ok({ ...supplier, template: undefined });
  const unknown = unknownPlaceholders(template);
  if (unknown.length > 0) return refused('unknown-placeholder', unknown);
  return template.includes('{kode}')
    ? ok({ ...supplier, template: cutText(template, 3_000) })
    : refused('kode-missing');
}

/** A name as it is kept. */
export const supplierName = (name: string): string => cutText(cleanText(name).replace(/\s+/g, ' '), 60);

/** The form in which two names are the same. */
export const nameKey = (name: string): string => foldText(name);

const refused = (why: SupplierRefused['why'], details?: readonly string[]): Result<never, SupplierRefused> =>
  err({ code: 'supplier-refused', why, ...(details && { details }) });
