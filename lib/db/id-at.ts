/** The smallest UUIDv7 of a millisecond (unix time): ids made at it or later are greater, those made before are smaller. */
export function idAt(milliseconds: number): string {
  const time = Math.max(0, Math.trunc(milliseconds)).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}
