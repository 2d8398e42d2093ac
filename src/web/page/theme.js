// @ts-check
import { signal } from '@preact/signals';
import { html } from './html.js';
import { Icon } from './icons.js';

const dark = matchMedia('(prefers-color-scheme: dark)');
const theme = signal(document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light'));
dark.addEventListener('change', () => {
  if (!document.documentElement.dataset.theme) theme.value = dark.matches ? 'dark' : 'light';
});

/** Changes between light and dark, and remembers it. */
export function ThemeButton() {
  const other = theme.value === 'dark' ? 'light' : 'dark';
  const label = other === 'dark' ? 'Pakai tampilan gelap' : 'Pakai tampilan terang';
  const change = () => {
    theme.value = other;
    document.documentElement.dataset.theme = other;
    localStorage.setItem('pesan-theme', other);
  };
  return html`
    <button type="button" class="round" aria-label=${label} title=${label} onClick=${change}>
      <${Icon} name=${other === 'dark' ? 'moon' : 'sun'} />
    </button>
  `;
}
