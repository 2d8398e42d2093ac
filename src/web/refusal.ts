import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Why a request is refused: a code for programs, a sentence that says what would be right. */
export interface Refusal {
  readonly status: ContentfulStatusCode;
  readonly code: string;
  readonly message: string;
}

/** Answers with a refusal as JSON. */
export const refuse = (c: Context, { status, code, message }: Refusal): Response =>
  c.json({ error: { code, message } }, status);

export const TOO_LARGE: Refusal = {
  status: 413,
  code: 'too-large',
  message: 'Berkas terlalu besar: paling besar 10 MB.',
};
