import type { Config } from '../config.ts';
import type { House } from './open-house.ts';

/** A few lines for whoever starts the program: where to look, what is off, how to switch it on. */
export function bannerOf(
  config: Config,
  house: House,
  url: string | undefined,
  carefulSince: Date | undefined,
): string {
  const store = house.alone ? `embedded, in ${config.dataDir} (MONGODB_URI for a MongoDB of your own)` : 'MongoDB';
  const telegram = config.telegram
    ? `on, ${config.telegram.webhook ? 'webhook' : 'long polling'}${config.telegram.ownerIds.length === 0 ? '; no owner yet: write /id to the bot and set TELEGRAM_OWNER_IDS' : ''}`
    : 'off (TELEGRAM_BOT_TOKEN and TELEGRAM_OWNER_IDS switch it on, see README)';
  const lines = [
    'Pesan is running.',
    `  Page      ${config.simulator.on ? `${url ?? ''}  (the phones of a customer, the owner and a supplier, side by side)` : 'off (SIMULATOR=on switches it on)'}`,
    `  Store     ${store}`,
    `  Telegram  ${telegram}`,
    '  WhatsApp  off (not built yet)',
    `  Health    ${url ?? ''}/healthz`,
  ];
  if (carefulSince)
    lines.push('  Restored  old pushes are held back and nothing falls due until the owner sends /lanjutkan');
  return lines.join('\n');
}
