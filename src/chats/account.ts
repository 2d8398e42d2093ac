import { addressOf, type Channel, type Door, type InMessage } from '../channels/channel.ts';
import { type Clock, SECOND } from '../core/clock.ts';
import { type ChatId, type Key, keyOf } from '../core/ids.ts';
import type { Logger } from '../core/logger.ts';
import type { Buried } from '../store/buried.ts';
import type { Lease, Leases } from '../store/leases.ts';
import { createAccept } from './accept.ts';
import type { ChatStore } from './chat-store.ts';
import type { Desk } from './desk.ts';
import type { LaneDeps } from './lane-deps.ts';
import { Lanes } from './lanes.ts';
import type { InMail, MailDocument } from './mail-document.ts';
import type { MailStore } from './mail-store.ts';
import { type CheckFile, createFileReceiver } from './media.ts';
import { quotedBy } from './quoted-by.ts';
import { Recent } from './recent.ts';
import { SLOTS } from './slots.ts';
import { stateOf } from './turn.ts';

export interface AccountDeps {
  readonly channel: Channel;
  readonly clock: Clock;
  readonly log: Logger;
  readonly chats: ChatStore;
  readonly mail: MailStore;
  readonly desk: Desk;
  readonly leases: Leases;
  readonly buried: Buried;
  readonly checkFile: CheckFile;
  readonly settleMs: number;
  /** How often open mail is looked for that another process accepted. */
  readonly lookMs: number;
  nextSeq(): number;
  heldBefore(): Date | undefined;
  apologise(mail: InMail): Promise<void>;
}

const ALL_SLOTS = Array.from({ length: SLOTS }, (_, slot) => slot);
const REMEMBERED = 20_000;
/** A look goes back this far, for what was accepted before but became visible after the last one. */
const OVERLAP_MS = 5_000;

/** One channel account of the shop: its lease, its lanes, its door. */
export class Account {
  private readonly deps: AccountDeps;
  private readonly lanes = new Lanes();
  private readonly closed = new Recent<Key>(REMEMBERED);
  private readonly accept: (messages: readonly InMessage[]) => Promise<void>;
  private laneDeps: LaneDeps | undefined;

  constructor(deps: AccountDeps) {
    this.deps = deps;
    this.accept = createAccept(deps, (mail) => this.enter(mail));
  }

  get channel(): Channel {
    return this.deps.channel;
  }

  get backlog(): number {
    return this.lanes.backlog;
  }

  /** True while anything is being handled or said. */
  get busy(): boolean {
    return this.lanes.busy;
  }

  /** True when the chat is reached through this account. */
  serves(chat: ChatId): boolean {
    const at = addressOf(chat);
    return at.channel === this.deps.channel.name && at.account === this.deps.channel.account;
  }

  /** Holds the account whenever its lease can be had, until `stop`. */
  async run(stop: AbortSignal): Promise<void> {
    const { channel, leases, log } = this.deps;
    while (!stop.aborted) {
      const lease = await leases
        .take(`account/${channel.name}/${channel.account}`, stop)
        .catch(async (err: unknown) => {
          log.warn({ channel: channel.name, err }, 'store away, lease waits');
          await this.deps.clock.sleep(SECOND, stop);
        });
      if (!lease) continue;
      log.info({ channel: channel.name, account: channel.account, fence: lease.fence }, 'account is ours');
      await this.serve(lease, AbortSignal.any([stop, lease.lost])).catch((err: unknown) =>
        log.error({ channel: channel.name, err }, 'account stopped'),
      );
      if (!stop.aborted) await this.deps.clock.sleep(SECOND, stop);
      await lease.release().catch((err: unknown) => log.warn({ err }, 'lease not given back'));
    }
  }

  /** Brings mail that is already stored into its lanes. */
  enter(mail: readonly MailDocument[]): void {
    if (!this.laneDeps) return;
    for (const one of mail) this.lanes.of(one.chat, this.laneDeps).enter([one]);
  }

  /** Wakes every lane: the clock was moved. */
  wakeAll(): void {
    this.lanes.wakeAll();
  }

  private async serve(lease: Lease, stop: AbortSignal): Promise<void> {
    this.laneDeps = this.makeLaneDeps(lease, stop);
    this.lanes.clear();
    this.enter(await this.openMail());
    const looking = this.keepLooking(stop);
    try {
      await this.deps.channel.start(this.door(), stop);
    } finally {
      await looking;
      await this.lanes.rest();
      this.laneDeps = undefined;
    }
  }

  private door(): Door {
    return {
      accept: this.accept,
      receipt: (receipt) => this.deps.log.debug({ state: receipt.state, ref: receipt.ref }, 'receipt'),
    };
  }

  private async keepLooking(stop: AbortSignal): Promise<void> {
    const { clock, log, lookMs } = this.deps;
    while (!stop.aborted) {
      await clock.sleep(lookMs, stop);
      if (stop.aborted) return;
      try {
        this.enter(await this.openMail(new Date(clock.now().getTime() - Math.max(OVERLAP_MS, 2 * lookMs))));
        this.lanes.forgetIdle();
      } catch (err) {
        log.warn({ err }, 'look for open mail failed');
      }
    }
  }

  private async openMail(since?: Date): Promise<MailDocument[]> {
    return (await this.deps.mail.open(ALL_SLOTS, since)).filter((one) => this.serves(one.chat));
  }

  private makeLaneDeps(lease: Lease, stop: AbortSignal): LaneDeps {
    const { channel, clock, log, chats, mail, desk, buried, settleMs } = this.deps;
    return {
      clock,
      log,
      chats,
      mail,
      settleMs,
      stop,
      delivery: { channel, clock, log },
      held: () => lease.held(),
      complete: (chat, run) => desk.complete(stateOf(chat, run), run),
      turn: {
        chats,
        desk,
        fence: () => lease.fence,
        now: () => clock.now(),
        receiveFiles: createFileReceiver(channel, this.deps.checkFile, clock),
        quotedBy: (one) => quotedBy(mail, one),
      },
      heldBefore: () => this.deps.heldBefore(),
      closed: (key) => this.closed.add(key),
      wasClosed: (key) => this.closed.has(key),
      apologise: (one) => this.deps.apologise(one),
      bury: async (one, error) => {
        const reason = error instanceof Error ? error.message : String(error);
        await buried.bury({
          _id: keyOf(one._id, 'buried'),
          kind: 'message',
          where: `mail/${one._id}`,
          reason,
          at: clock.now(),
        });
        await mail.end(one, 'buried', clock.now(), { reason });
      },
    };
  }
}
