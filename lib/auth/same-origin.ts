import { publicUrl } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { sessionToken } from './current-actor.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request was made by a page of this console (`same`), by another site (`other`), or does not say
 * (`unknown`: programs that are no browsers). `Sec-Fetch-Site` decides where a browser sent it, else `Origin`, which
 * must be the console's public address or the host the request itself was sent to: people open it as localhost,
 * 127.0.0.1 or by name.
 */
export function requestOrigin(headers: Headers, publicAddress: string): 'same' | 'other' | 'unknown' {
  const site = headers.get('sec-fetch-site');
  if (site) return site === 'same-origin' ? 'same' : 'other';
  const origin = headers.get('origin');
  if (!origin) return 'unknown';
  const own = new URL(publicAddress);
  const host = headers.get('host');
  return origin === own.origin || (host && origin === `${own.protocol}//${host}`) ? 'same' : 'other';
}

/**
 * Refuses (FORBIDDEN) a state-changing request that carries a session cookie and was not made by a page of this
 * console. API tokens are not sent by browsers on their own, so requests without the cookie pass.
 */
export function assertSameOrigin(request: Request): void {
  if (safeMethods.has(request.method) || sessionToken(request.headers) === null) return;
  if (requestOrigin(request.headers, publicUrl()) !== 'same') throw otherSite();
}

/** For requests that come before a session (signing in, first run): refuses only what another site's page sent. */
export function assertNotOtherSite(request: Request): void {
  if (requestOrigin(request.headers, publicUrl()) === 'other') throw otherSite();
}

function otherSite(): AppError {
  return new AppError(
    'FORBIDDEN',
    `This request did not come from a page of this console. Open ${publicUrl()} and try there; if that is not its address, set PUBLIC_URL.`,
  );
}
