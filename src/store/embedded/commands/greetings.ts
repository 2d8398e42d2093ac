import type { Command } from './context.ts';
import { MOST_DOCUMENT_BYTES } from './insert.ts';

// MongoDB 7.0 on the wire: the driver takes 9 to 29, and from 25 on would send `bulkWrite`.
const WIRE_VERSION = 21;
const VERSION = [7, 0, 0, 0];

/**
 * `hello`: what the driver asks first. No `setName`, else it turns on retryable writes; no `topologyVersion`, else it
 * starts streaming.
 */
export const hello: Command = (_, { now }) => ({
  isWritablePrimary: true,
  ismaster: true,
  helloOk: true,
  maxBsonObjectSize: MOST_DOCUMENT_BYTES,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  localTime: now(),
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: WIRE_VERSION,
  readOnly: false,
});

/** `ping`, `endSessions`: nothing to do. */
export const nothing: Command = () => ({});

/** `buildInfo`: what this server says it is. */
export const buildInfo: Command = () => ({
  version: VERSION.slice(0, 3).join('.'),
  versionArray: VERSION,
  gitVersion: 'pesan-embedded',
  modules: [],
  storageEngines: ['sqlite'],
  bits: 64,
  debug: false,
  maxBsonObjectSize: MOST_DOCUMENT_BYTES,
});

/** `serverStatus`: what Compass and mongosh look at. */
export const serverStatus: Command = (_, { now, cursors }) => ({
  host: 'localhost',
  version: VERSION.slice(0, 3).join('.'),
  process: 'pesan-embedded',
  pid: process.pid,
  uptime: Math.floor(process.uptime()),
  localTime: now(),
  metrics: { cursor: { open: { total: cursors.size } } },
  storageEngine: { name: 'sqlite', persistent: true },
});
