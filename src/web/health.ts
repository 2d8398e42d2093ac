import type { Health } from '../channels/channel.ts';

/** How the house is: what `/healthz` answers, 200 when `up`, else 503. */
export interface HealthReport {
  readonly up: boolean;
  readonly store: { readonly up: boolean; readonly detail: string };
  readonly channels: readonly (Health & { readonly name: string; readonly account: string })[];
  /** What waits in each lane: open mail, and how long the oldest of it has waited. */
  readonly lanes: readonly { readonly name: string; readonly open: number; readonly oldestMs?: number }[];
}
