import { type Code, codeOf, type FileId, keyOf } from '../../core/ids.ts';
import { err, ok, type Result } from '../../core/result.ts';
import type { Clockworked } from '../../store/clockworked.ts';
import type { NotFound } from '../../store/documents.ts';
import type { Files } from '../../store/files.ts';
import type { At } from '../at.ts';
import { knows, nextEntry, noticeOf, withEntry } from '../history.ts';
import { applyProducts, currentVariants, type ImportCatalog } from './apply-products.ts';
import { applyResi, type ResiTargets } from './apply-resi.ts';
import type { Import, ImportKind } from './import-document.ts';
import { createImportStore } from './import-store.ts';
import { type ImportPreview, previewImport } from './preview-import.ts';
import { type ImportRefused, type ImportRows, type ReadAgainst, readImport, wrongRows } from './read-import.ts';

/** A file as it came and what it is a list of. */
interface ImportRequest {
  readonly file: FileId;
  readonly kind: ImportKind;
  /** Whose price list it is. */
  readonly supplier?: string | undefined;
  /** Hide what the supplier's list names no more. */
  readonly hideGone?: boolean | undefined;
}

/** An import that was found right, with what it would do. */
interface Checked {
  readonly import: Import;
  readonly preview?: ImportPreview;
}

/** Lists that come in as files: looked through as a whole first, applied only when the owner says so, finished after any crash. */
export interface Imports {
  /** Nothing is changed, whatever the file says; one wrong row and the whole file is refused with all that is wrong. */
  check(request: ImportRequest, at: At): Promise<Result<Checked, ImportRefused>>;
  /** Applies what was checked, row by row; a long list is finished by the clockwork, one that a crash cut off too. */
  apply(code: Code, at: At): Promise<Result<Import, NotFound | { readonly code: 'import-over' }>>;
  cancel(code: Code, at: At): Promise<Result<Import, NotFound | { readonly code: 'import-over' }>>;
  find(code: Code): Promise<Import | undefined>;
  readonly clockwork: Clockworked;
}

export type ImportsDeps = Omit<Parameters<typeof createImportStore>[0], 'onDue'> & {
  readonly files: Pick<Files, 'read' | 'keep'>;
  readonly catalog: ImportCatalog;
  readonly targets: ResiTargets;
  readonly readAgainst: () => Omit<ReadAgainst, 'supplier'>;
};

/** A turn does not wait longer; the clockwork applies the rest. */
const TURN_MS = 3_000;

/** Rows that are applied before it is remembered how far it is. */
const CHUNK = 50;

/** Creates the imports on a connection. */
export function createImports(deps: ImportsDeps): Imports {
  const { clock, files, catalog, targets, readAgainst } = deps;
  const store = createImportStore({
    ...deps,
    onDue: async (one) => void (await work(one, Number.POSITIVE_INFINITY, true)),
  });

  const read = async (one: Pick<Import, 'file' | 'kind' | 'supplier'>): Promise<Result<ImportRows, ImportRefused>> => {
    const bytes = await files.read(one.file);
    if (!bytes) return err({ code: 'table-not-readable' });
    return readImport(bytes, one.kind, { ...readAgainst(), supplier: one.supplier });
  };

  const preview = async (rows: ImportRows, supplier: string | undefined): Promise<ImportPreview | undefined> => {
    if (rows.kind === 'resi') return undefined;
    await catalog.refresh();
    const current = currentVariants(catalog);
    const expected = supplier === undefined ? [] : [...current.values()].filter((one) => one.supplier === supplier);
    return previewImport(rows.rows, current, expected);
  };

  const move = (
    code: Code,
    from: readonly Import['state'][],
    change: (one: Import) => Partial<Import>,
    event: string,
    { key, by }: At,
  ) =>
    store.change<{ readonly code: 'import-over' }>(code, (one) => {
      if (knows(one.history, key)) return ok({ type: 'unchanged' });
      if (!from.includes(one.state)) return err({ code: 'import-over' });
      const now = clock.now();
      const { refused } = one;
      const data = { kind: one.kind, rows: one.rows, refused: refused.length };
      const entry = nextEntry(one.history, { key, at: now, by, event, data });
      const doc = { ...one, ...change(one), workedAt: now, history: withEntry(one.history, entry) };
      return ok({ type: 'changed', doc, owes: event === 'import_done' ? [noticeOf('shop', code, entry)] : [] });
    });

  /** `tells`: nobody waits for it any more, so the owner hears of its end by a notice. */
  async function work(started: Import, forMs: number, tells: boolean): Promise<Import> {
    const until = clock.monotonic() + forMs;
    const rows = await read(started);
    if (!rows.ok) throw new Error(`import ${started._id} cannot be read any more: ${rows.error.code}`);
    let one = started;
    while (one.state === 'applying' && one.done < rows.value.rows.length && clock.monotonic() < until) {
      const upTo = one.done + CHUNK;
      const refused = await applyRows(rows.value, one.done, upTo, one);
      // Two at once apply the same rows by the same keys; the one that is further wins.
      const saved = await store.change(one._id, (now) =>
        now.done >= upTo || now.state !== 'applying'
          ? ok({ type: 'unchanged' })
          : ok({
              type: 'changed',
              doc: {
                ...now,
                done: Math.min(upTo, now.rows),
                refused: [...now.refused, ...refused].slice(0, 500),
                workedAt: clock.now(),
              },
              owes: [],
            }),
      );
      if (!saved.ok) return one;
      one = saved.value;
    }
    if (one.state !== 'applying' || one.done < one.rows) return one;
    await hideGone(one);
    // key: <import>/done
    const at = { key: keyOf(one._id, 'done'), by: one.by };
    const done = await move(one._id, ['applying'], () => ({ state: 'applied' }), tells ? 'import_done' : 'done', at);
    return done.ok ? done.value : one;
  }

  async function applyRows(
    all: ImportRows,
    from: number,
    to: number,
    one: Import,
  ): Promise<{ row: number; why: string }[]> {
    switch (all.kind) {
      case 'products':
        return applyProducts(catalog, all.rows.slice(from, to), { key: keyOf(one._id), by: one.by });
      case 'resi':
        return applyResi(targets, all.rows.slice(from, to), { key: keyOf(one._id), by: one.by });
    }
  }

  async function hideGone(one: Import): Promise<void> {
    for (const sku of one.hideGone ? one.gone : []) {
      const item = catalog.snapshot().item(sku);
      const at = { key: keyOf(one._id, 'gone', sku), by: one.by };
      if (item) await catalog.edit(item.product._id, { type: 'set_active', sku, active: false }, at);
    }
  }

  return {
    async check(request, { key, by }) {
      const { file, kind, supplier, hideGone: hide = false } = request;
      const rows = await read({ file, kind, supplier });
      if (!rows.ok) return rows;
      const seen = await preview(rows.value, supplier);
      if (seen && seen.problems.length > 0) return wrongRows(seen.problems);
      const now = clock.now();
      const history = [nextEntry([], { key, at: now, by, event: 'check' })];
      for (let attempt = 0; ; attempt++) {
        const _id = codeOf(keyOf('import', key), attempt);
        const facts = {
          key,
          kind,
          file,
          ...(supplier !== undefined && { supplier }),
          hideGone: hide,
          gone: seen?.gone ?? [],
        };
        const counts = { rows: rows.value.rows.length, done: 0, refused: [] };
        await store.insert({ _id, v: 1, ...facts, ...counts, state: 'checked', by, at: now, workedAt: now, history });
        const there = await store.find(_id);
        if (there?.key !== key) continue;
        await files.keep(file, `imports/${_id}`);
        return ok({ import: there, ...(seen && { preview: seen }) });
      }
    },
    async apply(code, at) {
      const started = await move(code, ['checked'], () => ({ state: 'applying', by: at.by }), 'apply', at);
      return started.ok ? ok(await work(started.value, TURN_MS, false)) : started;
    },
    cancel: (code, at) => move(code, ['checked', 'applying'], () => ({ state: 'cancelled' }), 'cancel', at),
    find: (code) => store.find(code),
    clockwork: store.clockwork,
  };
}
