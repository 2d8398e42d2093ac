import { checkedSize, decode, decodeValue } from '../bson/decode.ts';
import { encode } from '../bson/encode.ts';
import { rawFields } from '../bson/raw-fields.ts';
import { Doc } from '../bson/value.ts';
import type { Reply, Request } from '../commands/context.ts';
import { CommandError, refused } from '../errors.ts';
import { crc32c } from './crc32c.ts';

/** The largest message MongoDB takes. */
export const MOST_MESSAGE_BYTES = 48_000_000;

const HEADER = 16;
const OP_REPLY = 1;
const OP_QUERY = 2004;
const OP_MSG = 2013;
const CHECKSUM = 1;
const MORE_TO_COME = 2;
const REQUIRED_BITS = 0xffff;

/** A message from a client: the request, and how it wants the answer. */
export interface Message {
  readonly requestId: number;
  readonly request: Request;
  /** The first `hello` comes in the old form and is answered in it. */
  readonly form: 'message' | 'query';
  /** The client waits for no answer. */
  readonly silent: boolean;
}

/** Reads one whole message. */
export function readMessage(bytes: Buffer): Message {
  const requestId = bytes.readInt32LE(4);
  const opCode = bytes.readInt32LE(12);
  switch (opCode) {
    case OP_MSG:
      return readMsg(bytes, requestId);
    case OP_QUERY:
      return readQuery(bytes, requestId);
    default:
      throw refused(`the wire operation ${opCode}`, 'CommandNotSupported');
  }
}

function readMsg(bytes: Buffer, requestId: number): Message {
  const flags = bytes.readUInt32LE(HEADER);
  if ((flags & REQUIRED_BITS & ~(CHECKSUM | MORE_TO_COME)) !== 0) throw refused(`the message flags ${flags}`);
  const end = (flags & CHECKSUM) === 0 ? bytes.length : checkedEnd(bytes);
  let body: Body | undefined;
  const sequences = new Map<string, readonly Buffer[]>();
  let at = HEADER + 4;
  while (at < end) {
    const kind = bytes[at++];
    if (kind === 0) {
      const size = checkedSize(bytes, at);
      body = readBody(bytes.subarray(at, at + size), sequences);
      at += size;
    } else if (kind === 1) at = readSequence(bytes, at, sequences);
    else throw refused(`the message section kind ${kind}`);
  }
  if (!body) throw new CommandError('InvalidBSON', 'a message without a body');
  const database = body.doc.$db;
  if (typeof database !== 'string' || database === '')
    throw new CommandError('MissingField', 'OP_MSG requests require a $db argument');
  const request = { name: body.name, database, body: body.doc, sequences };
  return { requestId, request, form: 'message', silent: (flags & MORE_TO_COME) !== 0 };
}

interface Body {
  readonly name: string;
  readonly doc: Doc;
}

// The documents of an insert stay as they came: they go to the disk as they are.
function readBody(bytes: Buffer, sequences: Map<string, readonly Buffer[]>): Body {
  const doc = new Doc();
  let name = '';
  for (const field of rawFields(bytes)) {
    if (name === '') name = field.name;
    if (field.name === 'documents' && field.type === 0x04)
      sequences.set('documents', rawItems(bytes.subarray(field.value, field.end)));
    else doc[field.name] = decodeValue(bytes, field.type, field.value, field.end);
  }
  return { name, doc };
}

function rawItems(list: Buffer): Buffer[] {
  return Array.from(rawFields(list), ({ type, value, end }) => {
    if (type !== 0x03) throw new CommandError('TypeMismatch', "BSON field 'documents' must hold objects");
    return list.subarray(value, end);
  });
}

function readSequence(bytes: Buffer, start: number, sequences: Map<string, readonly Buffer[]>): number {
  const end = start + bytes.readInt32LE(start);
  const zero = bytes.indexOf(0, start + 4);
  if (end > bytes.length || zero === -1 || zero >= end)
    throw new CommandError('InvalidBSON', 'a document sequence is cut off');
  const documents: Buffer[] = [];
  for (let at = zero + 1; at < end; ) {
    const size = checkedSize(bytes, at);
    documents.push(bytes.subarray(at, at + size));
    at += size;
  }
  sequences.set(bytes.toString('utf8', start + 4, zero), documents);
  return end;
}

function readQuery(bytes: Buffer, requestId: number): Message {
  const zero = bytes.indexOf(0, HEADER + 4);
  const [database = ''] = bytes.toString('utf8', HEADER + 4, zero).split('.');
  const body = decode(bytes, zero + 9);
  const name = Object.keys(body)[0] ?? '';
  if (!['isMaster', 'ismaster', 'hello'].includes(name)) throw refused(`OP_QUERY for '${name}'`, 'CommandNotSupported');
  return { requestId, request: { name, database, body, sequences: new Map() }, form: 'query', silent: false };
}

function checkedEnd(bytes: Buffer): number {
  const end = bytes.length - 4;
  if (crc32c(bytes.subarray(0, end)) !== bytes.readUInt32LE(end))
    throw new CommandError('InvalidBSON', 'OP_MSG checksum does not match contents');
  return end;
}

/** Writes the answer to a message, as one piece. */
export function writeReply(reply: Reply, responseTo: number, form: Message['form']): Buffer {
  // OP_MSG: header, flags, section kind. OP_REPLY: header, flags, cursor id, starting from, number of documents.
  const room = form === 'message' ? HEADER + 5 : HEADER + 20;
  const bytes = encode(reply, room).fill(0, 0, room);
  bytes.writeInt32LE(bytes.length, 0);
  bytes.writeInt32LE(responseTo, 8);
  bytes.writeInt32LE(form === 'message' ? OP_MSG : OP_REPLY, 12);
  if (form === 'query') bytes.writeInt32LE(1, HEADER + 16);
  return bytes;
}
