import type { EventType } from '#lib/catalog/event-type.ts';
import { AppError } from '#lib/errors.ts';
import type { WebhookKeys } from './webhook-keys.ts';

/** Where a request goes and with which headers. */
export type WebhookAddress = { url: string; headers: Record<string, string> };

/** The address of an event type at the Heliograph at `base`, with its credentials. AppError where one is missing. */
export function addressOf(
  entry: Pick<EventType, 'source' | 'vendorName'>,
  base: string,
  keys: WebhookKeys,
): WebhookAddress {
  const headers = { 'content-type': 'application/json' };
  const at = `${base.replace(/\/+$/, '')}/api/webhooks/${entry.source}`;
  const name = encodeURIComponent(entry.vendorName);
  if (entry.source === 'sunnova') {
    const user = needed(keys, 'SUNNOVA_WEBHOOK_USER');
    const basic = Buffer.from(`${user}:${needed(keys, 'SUNNOVA_WEBHOOK_PASSWORD')}`).toString('base64');
    return { url: `${at}/${name}`, headers: { ...headers, authorization: `Basic ${basic}` } };
  }
  const key = needed(keys, entry.source === 'enerflo' ? 'ENERFLO_WEBHOOK_KEY' : 'CRM_WEBHOOK_KEY');
  return { url: `${at}/${key}?event=${name}`, headers };
}

function needed(keys: WebhookKeys, name: keyof WebhookKeys): string {
  const value = keys[name];
  if (value !== undefined) return value;
  throw new AppError(
    'INVALID',
    `${name} is not known here. Set it, or start Heliograph once, which makes it (.data/keys.env).`,
  );
}
