export type JsonPath = readonly (string | number)[];

/** A path as one writes it: `deal.files.0.name`; keys that are no plain names stand in quotes. */
export function jsonPathText(path: JsonPath): string {
  return path
    .map((part) =>
      typeof part === 'number' || /^[\p{L}\p{N}_$-]+$/u.test(part)
        ? String(part)
        : `"${part.replace(/["\\]/g, '\\$&')}"`,
    )
    .join('.');
}
