/** Whether this day exists: no 31 February, no year that no project has. */
export function isRealDate(year: number, month: number, day: number): boolean {
  if (year < 1900) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
