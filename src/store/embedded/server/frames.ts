import { MOST_MESSAGE_BYTES } from './wire.ts';

/** Puts the pieces that a socket delivers together to whole messages. */
export class Frames {
  private pieces: Buffer[] = [];
  private held = 0;

  /** Takes a piece and gives the messages that are whole now; undefined when the client speaks something else. */
  take(piece: Buffer): readonly Buffer[] | undefined {
    this.pieces.push(piece);
    this.held += piece.length;
    const messages: Buffer[] = [];
    for (;;) {
      const length = this.nextLength();
      if (length === undefined) return messages;
      if (length < 16 || length > MOST_MESSAGE_BYTES) return undefined;
      if (this.held < length) return messages;
      const all = this.joined();
      messages.push(all.subarray(0, length));
      this.pieces = all.length > length ? [all.subarray(length)] : [];
      this.held -= length;
    }
  }

  private nextLength(): number | undefined {
    if (this.held < 4) return undefined;
    const [first] = this.pieces;
    if (first && first.length >= 4) return first.readInt32LE(0);
    return this.joined().readInt32LE(0);
  }

  private joined(): Buffer {
    const [first] = this.pieces;
    if (first && this.pieces.length === 1) return first;
    const all = Buffer.concat(this.pieces, this.held);
    this.pieces = [all];
    return all;
  }
}
