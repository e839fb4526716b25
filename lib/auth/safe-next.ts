/** Where signing in leads when nothing else was asked for. */
export const homePath = '/events';

// A stand-in for our own origin: a path that resolves to another origin is not a path of ours.
const ownOrigin = 'http://console.invalid';

/**
 * The page to open after signing in: `next` where it is a path of this console, else `/events`. Addresses of other
 * sites in any disguise (`//evil`, `/\evil`, control characters) are not followed. Safe in a browser.
 */
export function safeNext(next: string | null | undefined): string {
  if (!next?.startsWith('/') || !URL.canParse(next, ownOrigin)) return homePath;
  const url = new URL(next, ownOrigin);
  if (url.origin !== ownOrigin || url.pathname.startsWith('//') || url.pathname.startsWith('/sign-in'))
    return homePath;
  return url.pathname + url.search + url.hash;
}
