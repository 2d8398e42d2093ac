// @ts-check
import { signal } from '@preact/signals';
import { postClock, Refused } from './api.js';
import { dateOf, timeOf, zoneOf } from './format.js';
import { html } from './html.js';
import { Icon } from './icons.js';
import { ahead, say } from './store.js';

const HOUR = 3_600_000;
const tick = signal(Date.now());
setInterval(() => {
  tick.value = Date.now();
}, 5_000);

/** The shop's time, and the buttons that move it forward to see what happens then. */
export function ClockBar() {
  const now = new Date(Math.max(tick.value, Date.now()) + ahead.value);
  const hours = Math.round(ahead.value / HOUR);
  return html`
    <div class="clock" role="group" aria-label="Waktu toko">
      <${Icon} name="clock" />
      <p>
        <span class="clock-label">Waktu toko:</span>
        <time datetime=${now.toISOString()}><span class="clock-date">${dateOf(now)}</span> <span><b>${timeOf(now)}</b> ${zoneOf(now)}</span></time>
        ${hours > 0 && html`<span class="ahead" title="Lebih maju daripada waktu sebenarnya">+${spanOf(hours)}</span>`}
      </p>
      <button type="button" class="pill" title="Majukan waktu toko satu jam" onClick=${() => move(HOUR)}>+1 jam</button>
      <button type="button" class="pill" title="Majukan waktu toko satu hari" onClick=${() => move(24 * HOUR)}>+1 hari</button>
    </div>
  `;
}

/** @param {number} hours */
function spanOf(hours) {
  const days = Math.floor(hours / 24);
  const rest = hours % 24;
  return [days > 0 && `${days} hari`, rest > 0 && `${rest} jam`].filter(Boolean).join(' ');
}

/** @param {number} ms */
async function move(ms) {
  try {
    const { now } = await postClock(ms);
    ahead.value = Date.parse(now) - Date.now();
  } catch (error) {
    say(error instanceof Refused ? error.message : 'Waktu toko belum bisa dimajukan: server tidak menjawab.');
  }
}
