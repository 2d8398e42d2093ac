// @ts-check
import { useSignal, useSignalEffect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Composer } from './composer.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { markRead, openChat } from './live.js';
import { Messages } from './messages.js';
import { line, phonesOf, shop, shown, tab, typing } from './store.js';
import { Switcher } from './switcher.js';

/** @import { Kind, Message } from './types.d.ts' */

const narrow = matchMedia('(max-width: 719px)');

/** One of the three phones: whose it is, its chat with the shop, and where to write. @param {{ kind: Kind, title: string }} props */
export function Phone({ kind, title }) {
  const quoted = useSignal(/** @type {Message | undefined} */ (undefined));
  const person = shown.value[kind];
  const phone = phonesOf(kind).find((one) => one.person === person);
  const isTyping = typing.value.has(person);

  useEffect(() => {
    quoted.value = undefined;
    if (phone) void openChat(person);
  }, [person, phone === undefined]);
  useSeen(kind);

  const quote = (/** @type {Message} */ message) => {
    quoted.value = message;
    document.getElementById(`write-${kind}`)?.focus();
  };
  const state = isTyping ? 'sedang mengetik…' : line.value === 'open' ? 'online' : 'menyambung…';
  return html`
    <section class="phone" data-kind=${kind} aria-label=${`Ponsel ${title.toLowerCase()}`}>
      <${Switcher} kind=${kind} title=${title} />
      <div class="screen">
        <header class="peer">
          <span class="avatar shop" aria-hidden="true"><${Icon} name="owner" /></span>
          <p><b>${shop.value}</b><span class=${isTyping ? 'state typing' : 'state'}>${state}</span></p>
        </header>
        ${phone && html`<${Messages} key=${person} kind=${kind} person=${person} typing=${isTyping} onQuote=${quote} />`}
        ${phone && html`<${Composer} key=${`write-${person}`} kind=${kind} person=${person} name=${phone.name} quoted=${quoted} />`}
        ${!phone && line.value === 'open' && html`<p class="nobody">Belum ada ${title.toLowerCase()} di simulator ini.</p>`}
      </div>
    </section>
  `;
}

/** What is shown to somebody is read. @param {Kind} kind */
function useSeen(kind) {
  const look = () => {
    const phone = phonesOf(kind).find(({ person }) => person === shown.value[kind]);
    const visible = document.visibilityState === 'visible' && (!narrow.matches || tab.value === kind);
    if (phone && visible) markRead(phone).catch(() => undefined);
  };
  useSignalEffect(look);
  useEffect(() => {
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
}
