import { Buffer } from 'node:buffer';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import { secretContext } from './save-destination.ts';

/** What a request to a destination is made from: its row. */
export type RequestDestination = {
  id: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  auth: string;
  username: string | null;
  secret: Uint8Array | null;
};

export type BuiltRequest = {
  method: string;
  url: string;
  headers: Record<string, string>;
  /** Every text in `headers` that must be told to nobody, in all the ways an answer could repeat it. */
  secrets: string[];
};

/**
 * The request line and headers for a destination, signed in. `own` are the headers Heliograph sets for this request.
 * Throws where the stored secret cannot be opened (another key, a moved row).
 */
export function buildRequest(
  destination: RequestDestination,
  box: SecretBox,
  own: Record<string, string>,
): BuiltRequest {
  const { method, url, username } = destination;
  const headers = {
    ...destination.headers,
    'Content-Type': 'application/json',
    'User-Agent': 'Heliograph',
    ...own,
  };
  if (destination.auth === 'none' || destination.secret === null)
    return { method, url, headers, secrets: [] };
  const secret = box.open(destination.secret, secretContext(destination.id));
  const credential =
    destination.auth === 'basic'
      ? Buffer.from(`${username ?? ''}:${secret}`, 'utf8').toString('base64')
      : secret;
  const scheme = destination.auth === 'basic' ? 'Basic' : 'Bearer';
  const secrets = [secret, credential, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)];
  return { method, url, headers: { ...headers, Authorization: `${scheme} ${credential}` }, secrets };
}
