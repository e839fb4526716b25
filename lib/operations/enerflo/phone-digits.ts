import { type Json, type JsonObject, valueAt } from '#lib/json.ts';

/** The first of these paths that has digits, as ten digits where it is a US number: `(480) 555-0134` is `4805550134`. */
export function phoneDigits(row: JsonObject, ...from: string[]): Json | undefined {
  const told = from.map((path) => valueAt(row, path)).filter((value) => value !== undefined);
  const digits = told.map((value) => String(value ?? '').replace(/\D/g, '')).find((text) => text !== '');
  if (digits === undefined) return told.length > 0 ? null : undefined;
  return digits.replace(/^1(?=\d{10}$)/, '');
}
