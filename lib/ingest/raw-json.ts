/** A number that prints exactly as it was written. */
export type RawNumber = { rawJSON: string };

declare global {
  // In Node since 22; TypeScript's own library does not have them yet.
  interface JSON {
    rawJSON(text: string): RawNumber;
    isRawJSON(value: unknown): value is RawNumber;
  }
}

/** For `JSON.parse`: keeps every number as it was written, so that `1.0` and `1` differ and no digit is lost. */
export function numbersAsWritten(_key: string, value: unknown, context?: { source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? JSON.rawJSON(context.source) : value;
}
