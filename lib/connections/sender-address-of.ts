import { publicUrl } from '#lib/env.ts';

const hidden = '••••';

/**
 * What a sender is given: the address, with the key in it where it has one. Without `key`, dots stand in its place, for
 * keys are never read back.
 */
export function senderAddressOf(source: string, key: string = hidden): string {
  const base = `${publicUrl()}/api/webhooks/${source}`;
  return source === 'sunnova' ? base : `${base}/${key}`;
}
