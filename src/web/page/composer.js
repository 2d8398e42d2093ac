// @ts-check
import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Attachments, readFiles } from './attachments.js';
import { summaryOf } from './bubbles.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { newId, sendOut } from './outbox.js';

/** @import { Signal } from '@preact/signals' */
/** @import { Attached } from './attachments.js' */
/** @import { Kind, Message } from './types.d.ts' */

/** What was begun on a phone and not sent, while another one is shown. @type {Map<string, string>} */
const drafts = new Map();
const MOST_TEXT = 4_096;
/** A finger has no Shift key: there Enter begins a new line and the button sends. */
const touch = matchMedia('(pointer: coarse)');

/**
 * Where a person writes: words, photos with a caption, an answer to a quoted message.
 * @param {{ kind: Kind, person: string, name: string, quoted: Signal<Message | undefined> }} props
 */
export function Composer({ kind, person, name, quoted }) {
  const text = useSignal(drafts.get(person) ?? '');
  const files = useSignal(/** @type {Attached[]} */ ([]));
  const field = useRef(/** @type {HTMLTextAreaElement | null} */ (null));
  const over = useSignal(false);

  useLayoutEffect(() => {
    const box = field.current;
    if (!box) return;
    box.style.height = 'auto';
    // A phone that is not shown has no height to go by.
    if (box.scrollHeight > 0) box.style.height = `${box.scrollHeight}px`;
  }, [text.value]);

  const attach = (/** @type {Iterable<File>} */ given) => {
    files.value = [...files.value, ...readFiles(given)];
    field.current?.focus();
  };
  const send = (/** @type {Event} [event] */ event) => {
    event.preventDefault();
    const words = text.value.trim();
    if (words === '' && files.value.length === 0) return;
    sendAll(person, words, files.value, quoted.value?.id);
    text.value = '';
    drafts.delete(person);
    files.value = [];
    quoted.value = undefined;
    field.current?.focus();
  };
  const onKeyDown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && !touch.matches) send(event);
    if (event.key === 'Escape') quoted.value = undefined;
  };
  const onPaste = (/** @type {ClipboardEvent} */ event) => {
    if (event.clipboardData?.files.length) attach(event.clipboardData.files);
  };
  const drag = {
    onDragOver: (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      over.value = true;
    },
    onDragLeave: () => {
      over.value = false;
    },
    onDrop: (/** @type {DragEvent} */ event) => {
      event.preventDefault();
      over.value = false;
      if (event.dataTransfer) attach(event.dataTransfer.files);
    },
  };

  return html`
    <form class="composer" data-over=${over.value} onSubmit=${send} ...${drag}>
      ${quoted.value && html`<${Quoting} quoted=${quoted} />`}
      <${Attachments} files=${files} />
      <div class="write">
        <label class="round attach" title="Lampirkan foto atau berkas">
          <${Icon} name="attach" />
          <span class="unseen">Lampirkan foto atau berkas</span>
          <input type="file" multiple accept="image/*,application/pdf,.csv,.xlsx,.txt" onChange=${(
            /** @type {Event & { currentTarget: HTMLInputElement }} */ event,
          ) => {
            attach(event.currentTarget.files ?? []);
            event.currentTarget.value = '';
          }} />
        </label>
        <textarea
          id=${`write-${kind}`}
          ref=${field}
          rows="1"
          maxlength=${MOST_TEXT}
          placeholder=${files.value.length > 0 ? 'Tambahkan keterangan' : 'Tulis pesan'}
          aria-label=${`Tulis pesan sebagai ${name}`}
          enterkeyhint=${touch.matches ? 'enter' : 'send'}
          value=${text.value}
          onInput=${(/** @type {InputEvent & { currentTarget: HTMLTextAreaElement }} */ event) => {
            text.value = event.currentTarget.value;
            drafts.set(person, text.value);
          }}
          onKeyDown=${onKeyDown}
          onPaste=${onPaste}
        ></textarea>
        <button type="submit" class="round send" aria-label="Kirim" disabled=${text.value.trim() === '' && files.value.length === 0}>
          <${Icon} name="send" />
        </button>
      </div>
    </form>
  `;
}

/** @param {{ quoted: Signal<Message | undefined> }} props */
const Quoting = ({ quoted }) => html`
  <div class="quoting">
    <p class="quote"><b>Membalas ${quoted.value?.from === 'shop' ? 'toko' : 'pesan sendiri'}</b><span>${quoted.value && summaryOf(quoted.value)}</span></p>
    <button type="button" class="round" aria-label="Batal membalas" onClick=${() => {
      quoted.value = undefined;
    }}><${Icon} name="close" /></button>
  </div>
`;

/**
 * One message a file, the words as the caption of the first; photos sent together are one album.
 * @param {string} person @param {string} words @param {Attached[]} files @param {number} [quotes]
 */
function sendAll(person, words, files, quotes) {
  const at = new Date().toISOString();
  const answer = quotes === undefined ? {} : { quotes };
  if (files.length === 0) return sendOut({ id: newId(), person, text: words, at, ...answer });
  const album = files.length > 1 ? { album: newId() } : {};
  for (const [i, { file, url }] of files.entries()) {
    const caption = i === 0 ? { text: words, ...answer } : { text: '' };
    sendOut({ id: newId(), person, at, file, ...caption, ...album, ...(url !== undefined && { url }) });
  }
}
