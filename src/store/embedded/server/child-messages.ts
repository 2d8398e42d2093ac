import { z } from 'zod';

/** What the bot tells the store's process. */
export const ToChild = z.discriminatedUnion('type', [
  z.object({ type: z.literal('open'), dir: z.string(), socket: z.string() }),
  z.object({ type: z.literal('snapshot'), id: z.number(), file: z.string() }),
  z.object({ type: z.literal('close') }),
]);
export type ToChild = z.infer<typeof ToChild>;

/** What the store's process answers. */
export const FromChild = z.discriminatedUnion('type', [
  z.object({ type: z.literal('opened') }),
  z.object({ type: z.literal('failed'), reason: z.string() }),
  z.object({ type: z.literal('snapshot'), id: z.number(), problem: z.string().optional() }),
]);
export type FromChild = z.infer<typeof FromChild>;
