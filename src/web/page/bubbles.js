// @ts-check
import { mediaUrl } from './api.js';
import { BubbleMenu, useMenu } from './bubble-menu.js';
import { sizeOf, timeOf } from './format.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { showPicture } from './lightbox.js';
import { newId, sendOut } from './outbox.js';

/** @import { ChatFile, Choice, Message } from './types.d.ts' */

const LINK = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]])/;
const LINE_FILE = /^image\/(jpeg|png|webp|gif)$/;

/**
 * One message: what it quotes, its file, its words, its time, and its buttons below.
 * @param {{ message: Message, follows: boolean, quoted: Message | undefined, onQuote: (message: Message) => void }} props
 */
export function Bubble({ message, follows, quoted, onQuote }) {
  const menu = useMenu();
  const side = message.from === 'shop' ? 'in' : 'out';
  const { file, text, choices = [] } = message;
  const shape = ['bubble', file && isPicture(file) ? 'picture' : '', message.tap ? 'tapped' : '']
    .filter(Boolean)
    .join(' ');
  return html`
    <div class=${`bubble-row ${side}${follows ? ' follows' : ''}`} id=${`m-${message.person}-${message.id}`}>
      <div class="stack">
        <div class=${shape} ...${menu.handlers}>
          ${quoted && html`<${Quote} quoted=${quoted} />`} ${file && html`<${File} file=${file} />`}
          ${message.tap && html`<${Icon} name="tap" />`} ${text !== '' && html`<${Words} text=${text} />`}
          <span class="meta">
            ${message.editedAt && html`<span>diubah</span>`}
            <time datetime=${message.at}>${timeOf(new Date(message.at))}</time>
            ${side === 'out' && html`<${Mark} state=${message.state} />`}
          </span>
          <${BubbleMenu} menu=${menu} message=${message} onQuote=${onQuote} />
        </div>
        ${choices.length > 0 && html`<${Buttons} message=${message} choices=${choices} />`}
      </div>
    </div>
  `;
}

/** The words as they were written, with links that can be followed. @param {{ text: string }} props */
export const Words = ({ text }) => html`
  <p class="words-of">
    ${text.split(LINK).map((part, i) => (i % 2 === 1 ? html`<a href=${part} target="_blank" rel="noopener noreferrer">${part}</a>` : part))}
  </p>
`;

/** Whether the desk has it yet. @param {{ state: 'waiting' | 'done' }} props */
export const Mark = ({ state }) => html`
  <span class=${`mark ${state}`} role="img" aria-label=${state === 'done' ? 'terkirim' : 'sedang dikirim'}>
    <${Icon} name=${state === 'done' ? 'check' : 'clock'} />
  </span>
`;

/** @param {{ message: Message, choices: Choice[] }} props */
function Buttons({ message, choices }) {
  const tap = (/** @type {Choice} */ { label, tap: { verb, code, rev } }) =>
    sendOut({
      id: newId(),
      person: message.person,
      text: label,
      at: new Date().toISOString(),
      tap: { verb, code, on: message.id, ...(rev !== undefined && { rev }) },
    });
  return html`
    <div class="choices">
      ${rowsOf(choices).map(
        (row) => html`
          <div class="choice-row">
            ${row.map((choice) => html`<button type="button" class="choice" onClick=${() => tap(choice)}>${choice.label}</button>`)}
          </div>
        `,
      )}
    </div>
  `;
}

/** Neighbours of the same row stand side by side. @param {Choice[]} choices */
function rowsOf(choices) {
  const rows = /** @type {Choice[][]} */ ([]);
  for (const choice of choices) {
    const last = rows.at(-1);
    if (last && choice.row !== undefined && last[0]?.row === choice.row) last.push(choice);
    else rows.push([choice]);
  }
  return rows;
}

/** @param {{ quoted: Message }} props */
function Quote({ quoted }) {
  const there = () => {
    const row = document.getElementById(`m-${quoted.person}-${quoted.id}`);
    row?.scrollIntoView({ block: 'center', behavior: 'smooth' });
    row?.classList.add('found');
    setTimeout(() => row?.classList.remove('found'), 1_500);
  };
  return html`
    <button type="button" class="quote" onClick=${there}>
      <b>${quoted.from === 'shop' ? 'Toko' : 'Anda'}</b><span>${summaryOf(quoted)}</span>
    </button>
  `;
}

/** @param {{ file: ChatFile }} props */
function File({ file }) {
  const url = mediaUrl(file);
  if (isPicture(file)) {
    return html`
      <button type="button" class="photo" aria-label=${`Buka gambar ${file.name}`} onClick=${() => showPicture(url, file.name)}>
        <img src=${url} alt=${file.name} />
      </button>
    `;
  }
  return html`
    <a class="document" href=${url} download=${file.name}>
      <span class="document-icon" aria-hidden="true"><${Icon} name="file" /></span>
      <span><b>${file.name}</b><small>${kindOf(file)}${file.size === undefined ? '' : ` · ${sizeOf(file.size)}`}</small></span>
      <${Icon} name="download" />
    </a>
  `;
}

/** A message in one line. @param {Message} message */
export const summaryOf = ({ text, file }) => text.replaceAll('\n', ' ') || (file ? `📎 ${file.name}` : '');

/** @param {ChatFile} file */
const isPicture = ({ mime }) => LINE_FILE.test(mime);

/** @param {ChatFile} file */
const kindOf = ({ name, mime }) =>
  (/\.([a-z0-9]{1,5})$/i.exec(name)?.[1] ?? mime.split('/')[1] ?? 'berkas').toUpperCase();
