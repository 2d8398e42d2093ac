// @ts-check
import { postMessage, Refused } from './api.js';
import { pending, putMessages } from './store.js';

/** @import { Message, Pending } from './types.d.ts' */

const PAUSES_MS = [1_000, 2_000, 4_000, 8_000];
/** The last message under way of each person: what is written after it is sent after it. @type {Map<string, Promise<void>>} */
const lanes = new Map();

/** A new id for a message, or for photos sent together. */
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Shows a message at once and sends it; the same id goes out however often it is tried. @param {Pending} message */
export function sendOut(message) {
  pending.value = [...pending.value, message];
  queue(message);
}

/** Tries again what the server refused. @param {Pending} message */
export function tryAgain(message) {
  const again = { ...message, problem: undefined };
  pending.value = pending.value.map((one) => (one.id === message.id ? again : one));
  queue(again);
}

/** Lets go of a message that was not sent. @param {Pending} message */
export function forget(message) {
  pending.value = pending.value.filter(({ id }) => id !== message.id);
  if (message.url) URL.revokeObjectURL(message.url);
}

/** The server has it: what was shown in its place goes. @param {Message} message */
export function settled(message) {
  const sent = pending.value.find(({ id }) => message.key.endsWith(`/${id}`));
  if (sent) forget(sent);
}

/** @param {Pending} message */
function queue(message) {
  const before = lanes.get(message.person) ?? Promise.resolve();
  lanes.set(
    message.person,
    before.then(() => deliver(message)),
  );
}

/** @param {Pending} message */
async function deliver(message) {
  for (let miss = 0; pending.value.some(({ id }) => id === message.id); miss++) {
    try {
      const { message: kept } = await postMessage(bodyOf(message));
      putMessages(kept.person, [kept]);
      settled(kept);
      return;
    } catch (error) {
      if (error instanceof Refused && error.final) {
        const failed = { ...message, problem: error.message };
        pending.value = pending.value.map((one) => (one.id === message.id ? failed : one));
        return;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSES_MS[Math.min(miss, PAUSES_MS.length - 1)]));
    }
  }
}

/** @param {Pending} message */
function bodyOf({ person, id, text, file, tap, quotes, album }) {
  if (!file) return { person, id, text, tap, quotes };
  const form = new FormData();
  for (const [name, value] of Object.entries({ person, id, text, quotes, album })) {
    if (value !== undefined) form.set(name, String(value));
  }
  form.set('file', file);
  return form;
}
