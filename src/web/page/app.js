// @ts-check
import { Board } from './board.js';
import { ClockBar } from './clock.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { Phone } from './phone.js';
import { line, notice, tab, unread } from './store.js';
import { ThemeButton } from './theme.js';

/** @import { Tab } from './types.d.ts' */

/** @type {readonly { tab: Tab, name: string }[]} */
const TABS = [
  { tab: 'customer', name: 'Pelanggan' },
  { tab: 'owner', name: 'Pemilik' },
  { tab: 'supplier', name: 'Pemasok' },
  { tab: 'board', name: 'Papan' },
];

/** The whole page: three phones, the board below, the shop's clock above. */
export function App() {
  return html`
    <header class="top">
      <h1 class="brand"><img src="/page/icon.svg" alt="" width="30" height="30" /><span>Pesan</span><small>simulator</small></h1>
      <${ClockBar} />
      <${ThemeButton} />
    </header>
    <main class="stage" data-tab=${tab.value}>
      <div class="phones">
        <${Phone} kind="customer" title="Pelanggan" />
        <${Phone} kind="owner" title="Pemilik toko" />
        <${Phone} kind="supplier" title="Pemasok" />
      </div>
      <${Board} />
    </main>
    <${Tabs} />
    <${Foot} />
  `;
}

function Tabs() {
  const counts = { ...unread.value, board: 0 };
  return html`
    <nav class="tabs" aria-label="Layar">
      ${TABS.map(
        ({ tab: one, name }) => html`
          <button type="button" class="tab" aria-current=${tab.value === one ? 'page' : undefined} onClick=${() => {
            tab.value = one;
          }}>
            <${Icon} name=${one} />
            <span>${name}</span>
            ${counts[one] > 0 && html`<b class="badge" aria-label=${`${counts[one]} belum dibaca`}>${counts[one]}</b>`}
          </button>
        `,
      )}
    </nav>
  `;
}

function Foot() {
  const lost = line.value === 'lost' ? 'Sambungan terputus. Mencoba lagi…' : '';
  return html`<div class="notices" role="status">
    ${lost && html`<p class="notice lost">${lost}</p>`} ${notice.value && html`<p class="notice">${notice.value}</p>`}
  </div>`;
}
