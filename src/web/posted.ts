import type { Context } from 'hono';
import { z } from 'zod';
import type { Posted } from '../channels/simulator/post.ts';
import { err, ok, type Result } from '../core/result.ts';
import { type Refusal, TOO_LARGE } from './refusal.ts';

export const MOST_FILE_BYTES = 10 * 1024 * 1024;
const MOST_TEXT = 4_096;

const id = z.string().regex(/^[\w-]{1,64}$/, 'id: 1 sampai 64 huruf, angka, _ atau -');
const words = z
  .string()
  .max(MOST_TEXT, `teks paling panjang ${MOST_TEXT} huruf`)
  .transform((text) => text.toWellFormed());
const person = z.string().min(1, 'person: telepon yang mana?').max(64);
const number = z.int().positive();
const tap = z.object({
  verb: z.string().min(1).max(64),
  code: z.string().max(64),
  rev: number.or(z.literal(0)).exactOptional(),
  on: number,
});
const written = z.object({
  person,
  id,
  text: words,
  tap: tap.exactOptional(),
  quotes: number.exactOptional(),
});
// Every field of a form is text.
const digits = z
  .string()
  .regex(/^\d{1,9}$/, 'quotes: nomor pesan')
  .transform(Number)
  .pipe(number);
const sent = z.object({
  person,
  id,
  text: words.default(''),
  quotes: digits.exactOptional(),
  album: id.exactOptional(),
  file: z.instanceof(File, { error: 'file: berkasnya belum ada' }),
});

/** Reads what the page posts: JSON for words and taps, a form for a file with its caption. */
export async function readPosted(c: Context): Promise<Result<Posted, Refusal>> {
  const form = c.req.header('content-type')?.startsWith('multipart/form-data') === true;
  const body = await readBody(c, form);
  if (!body.ok) return body;
  if (form) return readSent(body.value);
  const read = written.safeParse(body.value);
  if (!read.success) return err(badInput(read.error));
  const posted = read.data;
  if (posted.text.trim() === '' && !posted.tap) return err({ status: 400, code: 'empty', message: 'Pesannya kosong.' });
  return ok(posted);
}

async function readSent(body: unknown): Promise<Result<Posted, Refusal>> {
  const read = sent.safeParse(body);
  if (!read.success) return err(badInput(read.error));
  const { file, ...posted } = read.data;
  if (file.size > MOST_FILE_BYTES) return err(TOO_LARGE);
  if (file.size === 0) return err({ status: 400, code: 'empty-file', message: 'Berkasnya kosong.' });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const mime = file.type.split(';')[0]?.trim().toLowerCase() || 'application/octet-stream';
  return ok({ ...posted, file: { bytes, mime, name: file.name.slice(-120).toWellFormed() || 'berkas' } });
}

async function readBody(c: Context, form: boolean): Promise<Result<unknown, Refusal>> {
  try {
    return ok(form ? await c.req.parseBody() : await c.req.json());
  } catch {
    const message = form ? 'Formulirnya tidak bisa dibaca.' : 'Isinya bukan JSON yang benar.';
    return err({ status: 400, code: 'unreadable', message });
  }
}

/** Says which field is wrong and what would be right. */
function badInput(error: z.ZodError): Refusal {
  const what = error.issues.map(({ path, message }) => [path.join('.'), message].filter(Boolean).join(': '));
  return { status: 400, code: 'bad-input', message: what.join('; ') };
}

/** Reads a JSON body against a schema. */
export async function readJson<T>(c: Context, schema: z.ZodType<T>): Promise<Result<T, Refusal>> {
  const body = await readBody(c, false);
  if (!body.ok) return body;
  const read = schema.safeParse(body.value);
  return read.success ? ok(read.data) : err(badInput(read.error));
}
