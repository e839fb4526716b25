import { z } from 'zod';
import { isPrivateHost } from './is-private-host.ts';

/** Where an Enerflo REST API is: the API key goes there, and paths are put behind it. */
export const enerfloBaseUrl = z
  .url({ protocol: /^https?$/, error: 'Give a full address such as https://enerflo.io' })
  .refine(isBare, 'Give the address alone: no name or password in it, no ? and no #.')
  .refine(keepsSecrets, 'Begin it with https://, or anybody on the way could read the API key.');

/** Paths are put behind it, and the API key is all that Enerflo asks for. */
function isBare(address: string): boolean {
  const url = urlOf(address);
  return url === null || !(url.username || url.password || /[?#]/.test(address));
}

function keepsSecrets(address: string): boolean {
  const url = urlOf(address);
  return url === null || url.protocol === 'https:' || isPrivateHost(url.hostname);
}

/** Null for what is no address; that is said already. */
function urlOf(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
