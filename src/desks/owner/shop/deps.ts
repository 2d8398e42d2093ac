import type { StoredFile } from '../../../channels/channel.ts';
import type { FileId } from '../../../core/ids.ts';
import type { HouseWords } from '../../../notices/house-words.ts';
import type { Cases } from '../../../shop/cases/cases.ts';
import type { Catalog } from '../../../shop/catalog/catalog.ts';
import type { Customers } from '../../../shop/customers/customers.ts';
import type { Ledger } from '../../../shop/ledger/ledger.ts';
import type { Orders } from '../../../shop/orders/orders.ts';
import type { Reports } from '../../../shop/reports/reports.ts';
import type { Settings } from '../../../shop/settings/settings.ts';
import type { Staff } from '../../../shop/staff/staff.ts';
import type { Suppliers } from '../../../shop/suppliers/suppliers.ts';
import type { Imports } from '../../../shop/tables/imports.ts';
import type { Acts } from '../../../store/acts.ts';

/** The services of the shop that the owner's desk runs the shop itself with: goods, accounts, figures, files, people. */
export interface OwnerShopDeps {
  readonly house: HouseWords;
  readonly catalog: Pick<
    Catalog,
    'snapshot' | 'refresh' | 'find' | 'addProduct' | 'edit' | 'putCategory' | 'missedSearches'
  >;
  readonly settings: Pick<Settings, 'profile' | 'read' | 'change' | 'putAccount' | 'account'>;
  readonly suppliers: Pick<Suppliers, 'all' | 'known' | 'named' | 'add' | 'change' | 'own'>;
  readonly staff: Pick<Staff, 'roleOf' | 'chatsOf' | 'all' | 'invite' | 'remove'>;
  readonly reports: Pick<Reports, 'day' | 'days'>;
  readonly orders: Pick<Orders, 'list'>;
  readonly customers: Pick<Customers, 'page'>;
  readonly ledger: Pick<Ledger, 'entries'>;
  readonly imports: Pick<Imports, 'check' | 'apply' | 'cancel' | 'find'>;
  readonly acts: Acts;
  /** Complaints and returs, where the shop has that room. */
  readonly cases?: Pick<Cases, 'list'>;
  /** A picture as it is stored, ready to be sent; undefined when it is gone. */
  readonly file: (id: FileId) => Promise<StoredFile | undefined>;
  readonly readFile: (id: FileId) => Promise<Uint8Array | undefined>;
  /** Stores bytes of the house's own making, to be sent. */
  readonly putFile: (bytes: Uint8Array, facts: { readonly name: string; readonly mime: string }) => Promise<StoredFile>;
  /** One more document keeps a file, as `collection/id`; false when there is no such file. */
  readonly keepFile: (id: FileId, about: string) => Promise<boolean>;
  readonly careful: CarefulPort;
}

/** The careful start after a restore: the house answers, but sends nothing old and lets nothing fall due until the owner has looked. */
export interface CarefulPort {
  /** Since when the house is careful; undefined in ordinary times. */
  since(): Date | undefined;
  /** Ordinary times again: what was held back goes out, what is due falls due. */
  end(): Promise<void>;
  summary(): Promise<CarefulSummary>;
}

/** What waits behind a careful start. */
export interface CarefulSummary {
  /** Pushes from before the restore that go out when it ends. */
  readonly held: number;
  /** Unpaid orders whose time to pay is over; they expire when it ends. */
  readonly overdue: number;
  /** Orders that are not closed. */
  readonly open: number;
}
