// @ts-check
import { signal } from '@preact/signals';
import { rupiah, shortOf } from './format.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { board } from './store.js';

/** @import { BoardRow } from './types.d.ts' */

const open = signal(localStorage.getItem('pesan-board') !== 'closed');

/** All orders of the shop as they stand now. */
export function Board() {
  const rows = board.value;
  const fold = () => {
    open.value = !open.value;
    localStorage.setItem('pesan-board', open.value ? 'open' : 'closed');
  };
  return html`
    <section class="board" aria-labelledby="board-title" data-open=${open.value}>
      <header class="board-head">
        <h2 id="board-title">Papan pesanan</h2>
        ${rows && rows.length > 0 && html`<span class="count">${rows.length} pesanan</span>`}
        <button type="button" class="round fold" aria-expanded=${open.value} aria-controls="board-body" aria-label="Tampilkan papan pesanan" onClick=${fold}>
          <${Icon} name="more" />
        </button>
      </header>
      <div id="board-body" class="board-body" tabindex="0" role="group" aria-label="Daftar pesanan">
        ${rows === undefined ? html`<p class="board-empty">Memuat…</p>` : rows.length === 0 ? html`<${Empty} />` : html`<${Rows} rows=${rows} />`}
      </div>
    </section>
  `;
}

const Empty = () => html`
  <p class="board-empty">
    <b>Belum ada pesanan.</b> Ketik <i>halo</i> di ponsel pelanggan; pesanannya muncul di sini begitu selesai diisi.
  </p>
`;

/** @param {{ rows: BoardRow[] }} props */
const Rows = ({ rows }) => html`
  <table>
    <thead>
      <tr>
        <th scope="col">Kode</th>
        <th scope="col">Pelanggan</th>
        <th scope="col">Tahap</th>
        <th scope="col">Pembayaran</th>
        <th scope="col">Pengiriman</th>
        <th scope="col" class="number">Total</th>
        <th scope="col" class="number">Berubah</th>
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        (row) => html`
          <tr key=${row.code}>
            <th scope="row" class="code">${row.code}</th>
            <td class="who">${row.customer}</td>
            <td class="stage-cell"><span class="chip" data-tone=${row.tone ?? 'moving'}>${row.stage}</span></td>
            <td data-label="Pembayaran">${row.payment}</td>
            <td data-label="Pengiriman">${row.fulfilment}</td>
            <td class="number total">${rupiah(row.total)}</td>
            <td class="number when"><time datetime=${row.updatedAt}>${shortOf(new Date(row.updatedAt))}</time></td>
          </tr>
        `,
      )}
    </tbody>
  </table>
`;
