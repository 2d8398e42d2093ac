// @ts-check
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Bubble } from './bubbles.js';
import { dayNameOf, dayOf } from './format.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { loadOlder } from './live.js';
import { PendingBubble } from './pending-bubble.js';
import { chats, pending } from './store.js';
import { Welcome } from './welcome.js';

/** @import { Kind, Message } from './types.d.ts' */

const NEAR_PX = 80;
/** Messages of one side this close together are one breath. */
const BREATH_MS = 3 * 60_000;

/**
 * The chat of one person with the shop.
 * @param {{ kind: Kind, person: string, typing: boolean, onQuote: (message: Message) => void }} props
 */
export function Messages({ kind, person, typing, onQuote }) {
  const chat = chats.value[person];
  const messages = chat?.messages ?? [];
  const waiting = pending.value.filter((message) => message.person === person);
  const empty = chat !== undefined && messages.length === 0 && waiting.length === 0;
  const { list, below, toEnd, onScroll, keepPlace } = useFollow(messages, waiting.length, typing);

  const older = async () => {
    keepPlace();
    await loadOlder(person).catch(() => undefined);
  };
  return html`
    <div class="talk">
      <div class="messages" ref=${list} onScroll=${onScroll} role="log" aria-live="polite" aria-label="Percakapan" tabindex="0">
        ${chat?.more && html`<button type="button" class="pill older" onClick=${older}>Pesan sebelumnya</button>`}
        ${empty && html`<${Welcome} kind=${kind} person=${person} />`}
        ${messages.map(
          (message, i) => html`
          ${startsDay(message, messages[i - 1]) && html`<p class="day" key=${`day-${message.id}`}><span>${dayNameOf(new Date(message.at))}</span></p>`}
          <${Bubble} key=${message.id} message=${message} follows=${follows(message, messages[i - 1])} quoted=${quotedBy(message, messages)} onQuote=${onQuote} />
        `,
        )}
        ${waiting.map((message) => html`<${PendingBubble} key=${message.id} message=${message} />`)}
        ${typing && html`<div class="bubble-row in"><p class="bubble dots" aria-label="Toko sedang mengetik"><i></i><i></i><i></i></p></div>`}
      </div>
      ${
        below > 0 &&
        html`
        <button type="button" class="to-end" onClick=${toEnd} aria-label="Ke pesan terbaru"><${Icon} name="down" /></button>
      `
      }
    </div>
  `;
}

/** @param {Message} message @param {Message} [before] */
const startsDay = (message, before) => !before || dayOf(new Date(message.at)) !== dayOf(new Date(before.at));

/** @param {Message} message @param {Message} [before] */
const follows = (message, before) =>
  before !== undefined &&
  before.from === message.from &&
  !startsDay(message, before) &&
  Date.parse(message.at) - Date.parse(before.at) < BREATH_MS;

/** @param {Message} message @param {Message[]} messages */
const quotedBy = (message, messages) =>
  message.quotes === undefined ? undefined : messages.find(({ id }) => id === message.quotes);

/**
 * Keeps the newest message in sight, unless the reader went up; then it stays where it is.
 * @param {Message[]} messages @param {number} waiting @param {boolean} typing
 */
function useFollow(messages, waiting, typing) {
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const atEnd = useRef(true);
  const lastTop = useRef(0);
  const fromEnd = useRef(/** @type {number | undefined} */ (undefined));
  const [below, setBelow] = useState(0);

  const toEnd = () => {
    const box = list.current;
    if (box) box.scrollTop = box.scrollHeight;
  };
  const last = messages.at(-1);
  useLayoutEffect(() => {
    const box = list.current;
    if (!box) return;
    if (fromEnd.current !== undefined) {
      // Older messages came in above: what was in sight stays in sight.
      box.scrollTop = box.scrollHeight - fromEnd.current;
      fromEnd.current = undefined;
    } else if (atEnd.current) toEnd();
  }, [messages, waiting, typing]);
  useEffect(() => {
    if (!atEnd.current) setBelow(1);
  }, [last?.id]);
  useEffect(() => {
    if (waiting > 0) toEnd();
  }, [waiting]);
  useEffect(() => {
    // Pictures take their height when they arrive, the keyboard takes it from the list.
    const box = list.current;
    if (!box) return undefined;
    const stay = new ResizeObserver(() => atEnd.current && toEnd());
    stay.observe(box);
    const onLoad = () => atEnd.current && toEnd();
    box.addEventListener('load', onLoad, true);
    return () => {
      stay.disconnect();
      box.removeEventListener('load', onLoad, true);
    };
  }, []);

  const onScroll = () => {
    const box = list.current;
    if (!box) return;
    // Only the reader moves up; a list that grows below them is still being followed.
    const wentUp = box.scrollTop < lastTop.current - 1;
    const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_PX;
    lastTop.current = box.scrollTop;
    atEnd.current = near || (atEnd.current && !wentUp);
    setBelow(atEnd.current ? 0 : 1);
  };
  const keepPlace = () => {
    const box = list.current;
    if (box) fromEnd.current = box.scrollHeight - box.scrollTop;
  };
  return { list, below, toEnd, onScroll, keepPlace };
}
