// @ts-check
import { getBoard, getMessages, getState, postRead } from './api.js';
import { settled } from './outbox.js';
import {
  ahead,
  board,
  chats,
  line,
  phones,
  putMessages,
  putPhone,
  setTyping,
  shop,
  shown,
  timezone,
  typing,
} from './store.js';

/** @import { Message, Phone } from './types.d.ts' */

const PAGE = 100;
const TYPING_MS = 8_000;
/** @type {Map<string, ReturnType<typeof setTimeout>>} */
const typingEnds = new Map();

// Time alone moves orders too: payments run out, parcels arrive.
setInterval(() => line.value === 'open' && document.visibilityState === 'visible' && loadBoard(), 10_000);

/** Loads everything once, then follows what happens; begins again whenever the line is lost for good. */
export async function goLive() {
  try {
    follow(await load());
  } catch {
    line.value = 'lost';
    setTimeout(goLive, 2_000);
  }
}

/** Reads a chat's newest messages, once. @param {string} person */
export async function openChat(person) {
  if (chats.value[person]) return;
  await loadChat(person);
}

/** Reads what came before the oldest message shown. @param {string} person */
export async function loadOlder(person) {
  const first = chats.value[person]?.messages[0];
  if (!first) return;
  const { messages } = await getMessages(person, first.id);
  putMessages(person, messages, messages.length === PAGE);
}

/** Says that all of a chat was seen. @param {Phone} phone */
export async function markRead(phone) {
  const last = chats.value[phone.person]?.messages.at(-1);
  if (phone.unread === 0 || !last || last.id <= phone.readUpTo) return;
  putPhone({ ...phone, unread: 0, readUpTo: last.id });
  putPhone((await postRead(phone.person, last.id)).phone);
}

async function load() {
  const state = await getState();
  shop.value = state.shop;
  timezone.value = state.timezone;
  phones.value = state.phones;
  ahead.value = Date.parse(state.now) - Date.now();
  typing.value = new Set();
  for (const phone of state.phones) if (phone.typing) showTyping(phone.person, true);
  for (const kind of /** @type {const} */ (['customer', 'supplier'])) {
    const there = state.phones.filter((phone) => phone.kind === kind);
    const first = there[0];
    if (first && !there.some(({ person }) => person === shown.value[kind])) {
      shown.value = { ...shown.value, [kind]: first.person };
    }
  }
  await Promise.all([...new Set([...Object.keys(chats.value), ...Object.values(shown.value)])].map(loadChat));
  await loadBoard();
  return state.cursor;
}

/** @param {string} person */
async function loadChat(person) {
  const { messages } = await getMessages(person);
  putMessages(person, messages, messages.length === PAGE);
}

async function loadBoard() {
  try {
    board.value = (await getBoard()).rows;
  } catch {
    // The line says by itself that it is lost; the next look comes soon.
    line.value = line.value === 'open' ? 'open' : 'lost';
  }
}

/** @param {string} cursor */
function follow(cursor) {
  const events = new EventSource(`/sim/events?after=${encodeURIComponent(cursor)}`);
  events.addEventListener('hello', () => {
    line.value = 'open';
  });
  events.addEventListener('reset', () => {
    // The server has begun anew, perhaps with an empty store: nothing of before is taken for granted.
    chats.value = {};
    load().catch(() => {
      events.close();
      setTimeout(goLive, 2_000);
    });
  });
  events.addEventListener('message', (event) => onMessage(JSON.parse(event.data).message));
  events.addEventListener('phone', (event) => putPhone(JSON.parse(event.data).phone));
  events.addEventListener('clock', (event) => {
    ahead.value = Date.parse(JSON.parse(event.data).now) - Date.now();
    boardSoon();
  });
  events.addEventListener('typing', (event) => {
    const { person, on } = JSON.parse(event.data);
    showTyping(person, on);
  });
  events.onerror = () => {
    line.value = 'lost';
    if (events.readyState === EventSource.CLOSED) setTimeout(goLive, 2_000);
  };
}

/** @param {Message} message */
function onMessage(message) {
  settled(message);
  const phone = phones.value.find(({ person }) => person === message.person);
  const news = message.from === 'shop' && !chats.value[message.person]?.messages.some(({ id }) => id === message.id);
  if (phone && news && message.id > phone.readUpTo) putPhone({ ...phone, unread: phone.unread + 1 });
  if (chats.value[message.person]) putMessages(message.person, [message]);
  boardSoon();
}

/** @param {string} person @param {boolean} on */
function showTyping(person, on) {
  clearTimeout(typingEnds.get(person));
  setTyping(person, on);
  if (on)
    typingEnds.set(
      person,
      setTimeout(() => setTyping(person, false), TYPING_MS),
    );
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let boardTimer;
let boardAgain = false;
// Orders move some moments after the message that moved them; while much is said the board is not kept waiting for the last word.
function boardSoon() {
  boardAgain = boardTimer !== undefined;
  boardTimer ??= setTimeout(() => {
    boardTimer = undefined;
    void loadBoard();
    if (boardAgain) boardSoon();
  }, 400);
}
