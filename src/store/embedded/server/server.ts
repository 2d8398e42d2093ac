import { createServer, type Server, type Socket } from 'node:net';
import { commandOf } from '../commands/commands.ts';
import type { Context, Reply } from '../commands/context.ts';
import { shownDetails } from '../commands/write-errors.ts';
import { CommandError } from '../errors.ts';
import { storageError } from '../storage/group-commit.ts';
import { Frames } from './frames.ts';
import { type Message, readMessage, writeReply } from './wire.ts';

/** Speaks MongoDB's wire protocol on a Unix socket. */
export class WireServer {
  private readonly context: Context;
  private readonly server: Server;
  private readonly sockets = new Set<Socket>();

  constructor(context: Context) {
    this.context = context;
    this.server = createServer((socket) => this.serve(socket));
  }

  /** Resolves once clients can connect. */
  listen(path: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(path, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }

  /** Cuts all connections and resolves when none is left. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      for (const socket of this.sockets) socket.destroy();
    });
  }

  private serve(socket: Socket): void {
    const frames = new Frames();
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    // A client that goes away in the middle is its own affair: what it wrote is committed or not, as for any crash.
    socket.on('error', () => socket.destroy());
    socket.on('data', (piece: Buffer) => {
      const messages = frames.take(piece);
      if (!messages) socket.destroy();
      for (const bytes of messages ?? []) this.answer(socket, bytes);
    });
  }

  private answer(socket: Socket, bytes: Buffer): void {
    const message = read(bytes);
    if (message instanceof CommandError) {
      socket.end(writeReply(failure(message), bytes.readInt32LE(4), 'message'));
      return;
    }
    // Written out before the commit: what cannot be written out is a failure of its own, not one of the turn.
    const reply = this.run(message);
    const send = (answer: Buffer): void => {
      if (!message.silent && !socket.destroyed) socket.write(answer);
    };
    this.context.commit.afterCommit({
      committed: () => send(reply),
      failed: (cause) => send(writeReply(failure(asRefusal(cause)), message.requestId, message.form)),
    });
  }

  private run({ request, requestId, form }: Message): Buffer {
    try {
      return writeReply({ ...commandOf(request.name)(request, this.context), ok: 1 }, requestId, form);
    } catch (cause) {
      // Refusals come before anything is written. Any other error may have come half way, so the turn is taken back.
      if (!(cause instanceof CommandError)) this.context.commit.abort(cause);
      return writeReply(failure(asRefusal(cause)), requestId, form);
    }
  }
}

function read(bytes: Buffer): Message | CommandError {
  try {
    return readMessage(bytes);
  } catch (cause) {
    return asRefusal(cause);
  }
}

function asRefusal(cause: unknown): CommandError {
  if (cause instanceof CommandError) return cause;
  return storageError(cause) ?? new CommandError('InternalError', String(cause), { cause });
}

const failure = (error: CommandError): Reply => ({
  ok: 0,
  errmsg: error.message,
  code: error.code,
  codeName: error.codeName,
  ...shownDetails(error),
});
