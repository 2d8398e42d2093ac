import type { IncomingMessage } from 'node:http';
import busboy from 'busboy';
import type { Params, Upload } from './shapes.ts';

// In forms these come as JSON text.
const JSON_FIELDS = new Set([
  'reply_markup',
  'entities',
  'caption_entities',
  'media',
  'allowed_updates',
  'reply_parameters',
  'link_preview_options',
  'commands',
  'scope',
  'message_ids',
]);

/** Reads the parameters of a call from its query, JSON, urlencoded or multipart body. */
export async function readCall(request: IncomingMessage, url: URL): Promise<Params> {
  const query = decoded(Object.fromEntries(url.searchParams));
  const type = request.headers['content-type'] ?? '';
  if (type.startsWith('multipart/form-data')) {
    const form = await readForm(request);
    return { fields: { ...query, ...decoded(form.fields) }, uploads: form.uploads };
  }
  const body = await readAll(request);
  const fields = type.startsWith('application/json')
    ? (JSON.parse(body || '{}') as Record<string, unknown>)
    : decoded(Object.fromEntries(new URLSearchParams(body)));
  return { fields: { ...query, ...fields }, uploads: new Map() };
}

// grammY names files without quotes (filename=a.png), which Request.formData() refuses and busboy takes.
async function readForm(request: IncomingMessage) {
  const fields: Record<string, string> = {};
  const uploads = new Map<string, Upload>();
  await new Promise<void>((resolve, reject) => {
    const form = busboy({ headers: request.headers });
    form.on('field', (name, value) => {
      fields[name] = value;
    });
    form.on('file', (name, stream, info) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () =>
        uploads.set(name, { bytes: Buffer.concat(parts), name: info.filename ?? '', mime: info.mimeType }),
      );
    });
    form.on('close', resolve);
    form.on('error', reject);
    request.on('error', reject);
    request.on('close', () => {
      if (!request.complete) reject(new Error('the caller hung up'));
    });
    request.pipe(form);
  });
  return { fields, uploads };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function decoded(fields: Record<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      JSON_FIELDS.has(name) ? (JSON.parse(value) as unknown) : value,
    ]),
  );
}
