const DAY = 86_400_000;
/** Day 0 of Excel, as it has been since March 1900: it counts a 29 February 1900 that was none. */
const FIRST = Date.UTC(1899, 11, 30);
/** 1982 to 2064: a longer or shorter number is something else, a ZIP code among dates least of all. */
const plausible = { from: 30_000, to: 60_000 };
const shape = /^(\d{5})(\.\d{1,12})?$/;

/**
 * A day as Excel counts it, which is what stands in a file where a column of dates was saved as numbers: `46346` is
 * 2026-11-20, `46346.5` is noon of it. The time is null where only a day is told; null for any other text.
 */
export function excelDay(text: string): { day: string; seconds: number | null } | null {
  const [, whole, part] = shape.exec(text) ?? [];
  const days = Number(whole);
  if (whole === undefined || days < plausible.from || days >= plausible.to) return null;
  const seconds = part === undefined ? null : Math.min(Math.round(Number(part) * 86_400), 86_399);
  return { day: new Date(FIRST + days * DAY).toISOString().slice(0, 10), seconds };
}
