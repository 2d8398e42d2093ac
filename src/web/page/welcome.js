// @ts-check
import { html } from './html.js';
import { Icon } from './icons.js';
import { newId, sendOut } from './outbox.js';

/** @import { Kind } from './types.d.ts' */

/** @type {Record<Kind, { title: string, text: string, words: string[] }>} */
const WELCOME = {
  customer: {
    title: 'Coba jadi pembeli',
    text: 'Ketik halo untuk mulai memesan. Kirim foto sebagai bukti bayar, tanyakan pesanan, atau ajukan komplain.',
    words: ['halo', 'pesan', 'menu'],
  },
  owner: {
    title: 'Ponsel Anda, pemilik toko',
    text: 'Pesanan baru, bukti bayar, dan komplain muncul di sini; cukup ketuk tombolnya.',
    words: ['menu', 'bantuan'],
  },
  supplier: {
    title: 'Ponsel pemasok',
    text: 'Pesanan yang sudah dibayar dikirim ke sini. Pemasok membalas stok dan nomor resi dengan satu kata.',
    words: ['bantuan'],
  },
};

/** What a stranger can do first on an empty phone. @param {{ kind: Kind, person: string }} props */
export function Welcome({ kind, person }) {
  const { title, text, words } = WELCOME[kind];
  return html`
    <div class="welcome">
      <span class="welcome-icon" aria-hidden="true"><${Icon} name=${kind} /></span>
      <h3>${title}</h3>
      <p>${text}</p>
      <div class="words">
        ${words.map(
          (word) => html`
            <button type="button" class="pill" onClick=${() => sendOut({ id: newId(), person, text: word, at: new Date().toISOString() })}>${word}</button>
          `,
        )}
      </div>
    </div>
  `;
}
