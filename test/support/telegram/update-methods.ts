import { asText, bad, type Params } from './shapes.ts';
import type { Webhook } from './webhook.ts';
import type { TgWorld } from './world.ts';

/** Methods by which a bot chooses how updates reach it; `gone` is aborted when the caller hangs up. */
export function updateMethod(
  world: TgWorld,
  webhook: Webhook,
  method: string,
  { fields }: Params,
  gone: AbortSignal,
): unknown {
  switch (method) {
    case 'getUpdates':
      return world.updates.poll(fields, gone);
    case 'setWebhook':
      setWebhook(world, webhook, fields);
      return true;
    case 'deleteWebhook':
      webhook.settings = undefined;
      world.updates.hook = undefined;
      if (fields.drop_pending_updates === true) world.updates.drop();
      return true;
    case 'getWebhookInfo':
      return {
        url: webhook.settings?.url ?? '',
        has_custom_certificate: false,
        pending_update_count: world.updates.pending,
      };
    default:
      return undefined;
  }
}

function setWebhook(world: TgWorld, webhook: Webhook, fields: Params['fields']): void {
  const url = asText(fields.url);
  const secret = fields.secret_token === undefined ? undefined : asText(fields.secret_token);
  if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    throw bad('secret token contains unallowed characters');
  }
  world.updates.allow(fields.allowed_updates);
  if (url === '') {
    webhook.settings = undefined;
    world.updates.hook = undefined;
    return;
  }
  // Telegram itself takes https only; a test's bot listens on loopback.
  if (!/^https:|^http:\/\/(127\.0\.0\.1|localhost)[:/]/.test(url))
    throw bad('bad webhook: An HTTPS URL must be provided');
  world.updates.endPoll();
  webhook.settings = { url, secret };
  world.updates.hook = (update, until) => webhook.deliver(update, until);
  for (const { update, until } of world.updates.takeAll()) webhook.deliver(update, until);
}
