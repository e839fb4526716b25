/** A time of day behind a date: `2:30 pm`, `T14:30:05.000`, `at 9am`. */
const timeBehind =
  /^(.*?)(?:[ ,]+(?:at )?|T)(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(?:([ap])\.?m\.?)?$/i;

/** The date and the time of day (seconds of it) of what was written; a time of null where there is none. */
export function readClock(text: string): { date: string; seconds: number | null } {
  const parts = timeBehind.exec(text);
  const [, date = '', hours = '', minutes, seconds = '0', half] = parts ?? [];
  // A bare number behind a date is a year or a day, not an hour.
  if (!parts || date === '' || (minutes === undefined && half === undefined))
    return { date: text, seconds: null };
  const hour = half === undefined ? Number(hours) : hourOf(Number(hours), half);
  const valid = hour <= 23 && Number(minutes ?? 0) <= 59 && Number(seconds) <= 59;
  if (!valid) return { date: text, seconds: null };
  return { date, seconds: hour * 3600 + Number(minutes ?? 0) * 60 + Number(seconds) };
}

/** Of the twelve hours of each half of a day; 24 for what is no such hour. */
function hourOf(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return 24;
  return (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
}
