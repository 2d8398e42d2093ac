// @ts-check
import { useEffect, useRef } from 'preact/hooks';
import { postCustomer, Refused } from './api.js';
import { initialsOf } from './format.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { phonesOf, putPhone, say, shown } from './store.js';

/** @import { Kind } from './types.d.ts' */

/** Whose phone is shown, and the others of the same kind. @param {{ kind: Kind, title: string }} props */
export function Switcher({ kind, title }) {
  const all = phonesOf(kind);
  const row = useRef(/** @type {HTMLElement | null} */ (null));
  const person = shown.value[kind];
  useEffect(() => {
    row.current?.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [person, all.length]);
  return html`
    <header class="whose">
      <h2 class="role"><${Icon} name=${kind} /><span>${title}</span></h2>
      <div class="people" role="group" aria-label=${`Pilih ${title.toLowerCase()}`} ref=${row}>
        ${all.map(
          (phone) => html`
            <button type="button" key=${phone.person} class="person" aria-pressed=${phone.person === person} title=${`${phone.name} (${phone.person})`} onClick=${() => {
              shown.value = { ...shown.value, [kind]: phone.person };
            }}>
              <span class="avatar" aria-hidden="true">${initialsOf(phone.name)}</span>
              <span class="name">${phone.name}</span>
              ${phone.unread > 0 && html`<b class="badge" aria-label=${`${phone.unread} belum dibaca`}>${phone.unread}</b>`}
            </button>
          `,
        )}
      </div>
      ${
        kind === 'customer' &&
        html`
        <button type="button" class="pill new" onClick=${addCustomer} aria-label="Pelanggan baru" title="Pelanggan baru">
          <${Icon} name="plus" /><span>Baru</span>
        </button>
      `
      }
    </header>
  `;
}

async function addCustomer() {
  try {
    const { phone } = await postCustomer();
    putPhone(phone);
    shown.value = { ...shown.value, customer: phone.person };
  } catch (error) {
    say(error instanceof Refused ? error.message : 'Pelanggan baru belum bisa ditambah: server tidak menjawab.');
  }
}
