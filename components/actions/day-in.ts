/** The day of an instant in a time zone (IANA), as YYYY-MM-DD (the form of Swedish dates). */
export function dayIn(timeZone: string, instant: Date): string {
  return instant.toLocaleDateString('sv', { timeZone });
}
