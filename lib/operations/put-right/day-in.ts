/** The day (`YYYY-MM-DD`) that it is in a zone (IANA name) at a moment; in UTC where the zone is not known. */
export function dayIn(timeZone: string, moment: Date): string {
  try {
    // Swedish writes dates as ISO 8601 does.
    return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
  } catch {
    return moment.toISOString().slice(0, 10); // RangeError: a zone that does not exist.
  }
}
