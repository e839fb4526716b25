/** The cookie that tells the server in which zone to print times; the browser sets it. */
export const TIME_ZONE_COOKIE = 'heliograph-zone';

/** An IANA zone that this runtime knows; UTC for anything else. */
export function parseTimeZone(value: string | undefined): string {
  if (!value) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: decodeURIComponent(value) }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}
