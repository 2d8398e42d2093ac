// @ts-check
import { Mark, Words } from './bubbles.js';
import { timeOf } from './format.js';
import { html } from './html.js';
import { forget, tryAgain } from './outbox.js';
import { ahead } from './store.js';

/** @import { Pending } from './types.d.ts' */

/** A message on its way, or one that the server refused and why. @param {{ message: Pending }} props */
export function PendingBubble({ message }) {
  const { text, file, url, problem } = message;
  const shape = ['bubble', url ? 'picture' : '', problem === undefined ? 'pending' : 'failed']
    .filter(Boolean)
    .join(' ');
  return html`
    <div class="bubble-row out">
      <div class="stack">
        <div class=${shape}>
          ${url && html`<span class="photo"><img src=${url} alt=${file?.name ?? ''} /></span>`}
          ${file && !url && html`<p class="words-of">📎 ${file.name}</p>`} ${text !== '' && html`<${Words} text=${text} />`}
          <span class="meta">
            <time>${timeOf(new Date(Date.parse(message.at) + ahead.value))}</time>
            ${problem === undefined && html`<${Mark} state="waiting" />`}
          </span>
        </div>
        ${
          problem !== undefined &&
          html`
          <p class="problem" role="alert">
            Tidak terkirim: ${problem}
            <button type="button" class="link" onClick=${() => tryAgain(message)}>Coba lagi</button>
            <button type="button" class="link" onClick=${() => forget(message)}>Hapus</button>
          </p>
        `
        }
      </div>
    </div>
  `;
}
