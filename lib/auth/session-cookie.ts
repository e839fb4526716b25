/**
 * The session cookie of a console at this public address. Over https it is Secure and `__Host-`: no other host and
 * no plain page can set it.
 */
export function sessionCookie(publicAddress: string): { name: string; secure: boolean } {
  const secure = publicAddress.startsWith('https://');
  return { name: secure ? '__Host-heliograph-session' : 'heliograph-session', secure };
}

/** The value of a cookie in a `Cookie` header; null when it is not there. Our values need no decoding. */
export function cookieValue(header: string | null, name: string): string | null {
  for (const pair of header?.split(';') ?? []) {
    const equals = pair.indexOf('=');
    if (equals > 0 && pair.slice(0, equals).trim() === name) return pair.slice(equals + 1).trim();
  }
  return null;
}
