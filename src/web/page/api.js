// @ts-check
/** @import { BoardRow, Message, Phone, State } from './types.d.ts' */

/** The server said no, and why; `final` when asking again cannot help. */
export class Refused extends Error {
  /** @param {string} message @param {number} status */
  constructor(message, status) {
    super(message);
    this.final = status < 500 && status !== 429;
  }
}

/** @returns {Promise<State>} */
export const getState = () => ask('/sim/state');

/** @param {string} person @param {number} [before] @returns {Promise<{ messages: Message[] }>} */
export const getMessages = (person, before) =>
  ask(`/sim/phones/${encodeURIComponent(person)}/messages${before === undefined ? '' : `?before=${before}`}`);

/** @returns {Promise<{ rows: BoardRow[] }>} */
export const getBoard = () => ask('/sim/board');

/** @returns {Promise<{ phone: Phone }>} */
export const postCustomer = () => ask('/sim/phones', { method: 'POST' });

/** @param {string} person @param {number} upTo @returns {Promise<{ phone: Phone }>} */
export const postRead = (person, upTo) => ask(`/sim/phones/${encodeURIComponent(person)}/read`, json({ upTo }));

/** @param {number} ms @returns {Promise<{ now: string }>} */
export const postClock = (ms) => ask('/sim/clock', json({ ms }));

/** @param {FormData | object} message @returns {Promise<{ message: Message }>} */
export const postMessage = (message) =>
  ask('/sim/messages', message instanceof FormData ? { method: 'POST', body: message } : json(message));

/** Where a file of a chat is shown or downloaded from. @param {{ id: string, name: string }} file */
export const mediaUrl = ({ id, name }) => `/sim/media/${encodeURIComponent(id)}?name=${encodeURIComponent(name)}`;

/** @param {object} body @returns {RequestInit} */
const json = (body) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
});

/** @param {string} path @param {RequestInit} [init] */
async function ask(path, init) {
  const answer = await fetch(path, init);
  if (answer.ok) return answer.json();
  // Whoever is not let in any more is shown the login.
  if (answer.status === 401) location.reload();
  const told = await answer.json().catch(() => undefined);
  throw new Refused(told?.error?.message ?? `Server menjawab ${answer.status}.`, answer.status);
}
