import { connect, type Socket } from 'node:net';
import { deserialize, serialize } from 'bson';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc32c } from '../../../../src/store/embedded/server/crc32c.ts';
import { startServer, type TestServer } from './test-server.ts';

type Plain = Record<string, unknown>;

function message(opCode: number, id: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + body.length, 0);
  header.writeInt32LE(id, 4);
  header.writeInt32LE(opCode, 12);
  return Buffer.concat([header, body]);
}

const flags = (bits: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(bits);
  return bytes;
};
const body = (doc: Plain): Buffer => Buffer.concat([Buffer.from([0]), serialize({ ...doc, $db: 'w' })]);
const sequence = (name: string, docs: readonly Plain[]): Buffer => {
  const inner = Buffer.concat([Buffer.from(`${name}\0`), ...docs.map((doc) => serialize(doc))]);
  const size = Buffer.alloc(5);
  size[0] = 1;
  size.writeInt32LE(inner.length + 4, 1);
  return Buffer.concat([size, inner]);
};
const OP_MSG = 2013;

describe('the wire', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.close());

  /** Sends pieces and gives the answers, as many as asked for, or those that came before the server hung up. */
  async function talk(pieces: readonly Buffer[], answers: number): Promise<{ id: number; doc: Plain }[]> {
    const socket: Socket = connect(server.socket);
    const received: Buffer[] = [];
    await new Promise<void>((resolve) => {
      socket.on('data', (piece) => {
        received.push(piece);
        if (read(Buffer.concat(received)).length >= answers) resolve();
      });
      socket.on('close', () => resolve());
      for (const piece of pieces) socket.write(piece);
    });
    socket.destroy();
    return read(Buffer.concat(received));
  }

  function read(bytes: Buffer): { id: number; doc: Plain }[] {
    const found: { id: number; doc: Plain }[] = [];
    for (let at = 0; at + 16 <= bytes.length; ) {
      const length = bytes.readInt32LE(at);
      if (at + length > bytes.length) break;
      const start = bytes.readInt32LE(at + 12) === OP_MSG ? 21 : 36;
      found.push({ id: bytes.readInt32LE(at + 8), doc: deserialize(bytes.subarray(at + start, at + length)) });
      at += length;
    }
    return found;
  }

  it('answers the first hello in its old form', async () => {
    const query = Buffer.concat([
      flags(0),
      Buffer.from('admin.$cmd\0'),
      flags(0),
      flags(0xffffffff),
      serialize({ ismaster: 1, helloOk: true }),
    ]);
    const [answer] = await talk([message(2004, 7, query)], 1);
    expect(answer).toMatchObject({
      id: 7,
      doc: { ok: 1, ismaster: true, helloOk: true, maxWireVersion: 21, logicalSessionTimeoutMinutes: 30 },
    });
    expect(answer?.doc).not.toHaveProperty('topologyVersion');
    expect(answer?.doc).not.toHaveProperty('setName');
  });

  it('takes documents beside the body, and messages in any pieces', async () => {
    const whole = Buffer.concat([
      message(OP_MSG, 1, flags(0), sequence('documents', [{ _id: 1 }, { _id: 2 }]), body({ insert: 'pieces' })),
      message(OP_MSG, 2, flags(0), body({ count: 'pieces' })),
      message(
        OP_MSG,
        3,
        flags(0),
        body({ update: 'pieces' }),
        sequence('updates', [{ q: { _id: 1 }, u: { $set: { a: 1 } } }]),
      ),
      message(OP_MSG, 4, flags(0), body({ delete: 'pieces' }), sequence('deletes', [{ q: {}, limit: 0 }])),
    ]);
    const bytewise = Array.from(whole, (byte) => Buffer.from([byte]));
    const answers = await talk(bytewise, 4);
    expect(answers.map(({ id, doc }) => [id, doc.ok, doc.n])).toEqual([
      [1, 1, 2],
      [2, 1, 2],
      [3, 1, 1],
      [4, 1, 2],
    ]);
  });

  it('checks a checksum where there is one', async () => {
    const sum = (bytes: Buffer): Buffer => flags(crc32c(bytes));
    const sized = message(OP_MSG, 1, flags(1), body({ ping: 1 }), flags(0)).subarray(0, -4);
    expect(await talk([sized, sum(sized)], 1)).toMatchObject([{ id: 1, doc: { ok: 1 } }]);
    expect(await talk([sized, flags(5)], 1)).toMatchObject([{ id: 1, doc: { ok: 0, code: 22 } }]);
  });

  it('answers nothing to who waits for nothing', async () => {
    const silent = message(
      OP_MSG,
      1,
      flags(2),
      body({ insert: 'silent', documents: [{ _id: 1 }], writeConcern: { w: 0 } }),
    );
    const asked = message(OP_MSG, 2, flags(0), body({ count: 'silent' }));
    expect(await talk([silent, asked], 1)).toMatchObject([{ id: 2, doc: { n: 1 } }]);
  });

  it.each([
    ['that are too short', [flags(3), flags(0), flags(0), flags(0)]],
    ['that claim too much', [flags(0x7fffffff), flags(0), flags(0), flags(0)]],
  ])('hangs up on messages %s, and goes on with others', async (_, pieces) => {
    expect(await talk(pieces, 1)).toEqual([]);
    expect(await talk([message(OP_MSG, 1, flags(0), body({ ping: 1 }))], 1)).toMatchObject([{ doc: { ok: 1 } }]);
  });

  it.each([
    ['an operation it does not know', message(2012, 1, flags(0)), 115],
    ['flags it does not know', message(OP_MSG, 1, flags(4), body({ ping: 1 })), 2],
    ['no database', message(OP_MSG, 1, flags(0), Buffer.from([0]), serialize({ ping: 1 })), 40_414],
    ['a broken document', message(OP_MSG, 1, flags(0), Buffer.from([0, 90, 0, 0, 0, 1])), 22],
    [
      'a query that is no hello',
      message(2004, 1, flags(0), Buffer.from('a.$cmd\0'), flags(0), flags(1), serialize({ find: 'c' })),
      115,
    ],
  ])('refuses a message with %s', async (_, bytes, code) => {
    expect(await talk([bytes], 1)).toMatchObject([{ doc: { ok: 0, code } }]);
  });
});
