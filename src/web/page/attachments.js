// @ts-check
import { sizeOf } from './format.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { say } from './store.js';

/** @import { Signal } from '@preact/signals' */

/** @typedef {{ file: File, url?: string }} Attached */

const MOST_BYTES = 10 * 1024 * 1024;

/** Takes the files that may be sent, and says why of the others. @param {Iterable<File>} given @returns {Attached[]} */
export function readFiles(given) {
  const all = [...given];
  const large = all.filter(({ size }) => size > MOST_BYTES);
  if (large.length > 0) say(`${large.map(({ name }) => name).join(', ')}: terlalu besar, paling besar 10 MB.`);
  return all
    .filter(({ size }) => size <= MOST_BYTES)
    .map((file) => (file.type.startsWith('image/') ? { file, url: URL.createObjectURL(file) } : { file }));
}

/** What will be sent with the next message. @param {{ files: Signal<Attached[]> }} props */
export function Attachments({ files }) {
  if (files.value.length === 0) return null;
  const drop = (/** @type {Attached} */ dropped) => {
    files.value = files.value.filter((one) => one !== dropped);
    if (dropped.url) URL.revokeObjectURL(dropped.url);
  };
  return html`
    <ul class="attached" aria-label="Lampiran">
      ${files.value.map(
        (one) => html`
          <li key=${one.url ?? one.file.name}>
            ${one.url ? html`<img src=${one.url} alt=${one.file.name} />` : html`<span class="attached-file"><${Icon} name="file" /><b>${one.file.name}</b></span>`}
            <small>${sizeOf(one.file.size)}</small>
            <button type="button" aria-label=${`Lepas ${one.file.name}`} onClick=${() => drop(one)}><${Icon} name="close" /></button>
          </li>
        `,
      )}
    </ul>
  `;
}
