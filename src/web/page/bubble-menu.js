// @ts-check
import { useEffect, useRef, useState } from 'preact/hooks';
import { html } from './html.js';
import { Icon } from './icons.js';

/** @import { Message } from './types.d.ts' */

const LONG_PRESS_MS = 500;

/** @typedef {{ open: boolean, setOpen: (open: boolean) => void, handlers: object }} Menu */

/** The state of one bubble's menu: opened by its button, by the right mouse button, or by a long press. @returns {Menu} */
export function useMenu() {
  const [open, setOpen] = useState(false);
  const press = useRef(/** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined));
  const letGo = () => clearTimeout(press.current);
  const handlers = {
    onContextMenu: (/** @type {Event} */ event) => {
      event.preventDefault();
      setOpen(true);
    },
    // iOS sends no contextmenu for a long press.
    onTouchStart: () => {
      press.current = setTimeout(() => setOpen(true), LONG_PRESS_MS);
    },
    onTouchEnd: letGo,
    onTouchMove: letGo,
    onTouchCancel: letGo,
  };
  return { open, setOpen, handlers };
}

/**
 * What can be done with a message.
 * @param {{ menu: Menu, message: Message, onQuote: (message: Message) => void }} props
 */
export function BubbleMenu({ menu, message, onQuote }) {
  const { open, setOpen } = menu;
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  useEffect(() => {
    if (!open) return undefined;
    const first = /** @type {HTMLElement | null | undefined} */ (box.current?.querySelector('[role=menuitem]'));
    first?.focus({ preventScroll: true });
    box.current?.querySelector('[role=menu]')?.scrollIntoView({ block: 'nearest' });
    const away = (/** @type {Event} */ event) => {
      if (
        event instanceof KeyboardEvent
          ? event.key === 'Escape'
          : !box.current?.contains(/** @type {Node} */ (event.target))
      ) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', away);
    document.addEventListener('keydown', away);
    return () => {
      document.removeEventListener('pointerdown', away);
      document.removeEventListener('keydown', away);
    };
  }, [open]);

  const act = (/** @type {() => void} */ what) => () => {
    setOpen(false);
    what();
  };
  return html`
    <span class="bubble-menu" ref=${box}>
      <button type="button" class="menu-button" aria-haspopup="menu" aria-expanded=${open} aria-label="Pilihan untuk pesan ini" onClick=${() => setOpen(!open)}>
        <${Icon} name="more" />
      </button>
      ${
        open &&
        html`
        <span class="menu" role="menu">
          <button type="button" role="menuitem" onClick=${act(() => onQuote(message))}><${Icon} name="reply" />Balas</button>
          ${
            navigator.clipboard &&
            message.text !== '' &&
            html`
            <button type="button" role="menuitem" onClick=${act(() => void navigator.clipboard.writeText(message.text))}><${Icon} name="copy" />Salin teks</button>
          `
          }
        </span>
      `
      }
    </span>
  `;
}
