import { jsonMarks, quotedText } from './json-marks.ts';

/** A key that came again in its object, and the texts of the value before and of this one. */
export type DuplicateKey = { key: string; before: string; after: string };

type Level = { values: Map<string, [start: number, end: number]>; key: string | null; valueStart: number };

/** The first `most` keys of valid JSON text that come again in their object, at any depth. */
export function duplicateKeys(text: string, most: number): DuplicateKey[] {
  const found: DuplicateKey[] = [];
  const levels: (Level | null)[] = [];
  let level: Level | null = null;
  for (const { sign, start, end } of jsonMarks(text)) {
    if (sign === '"') {
      if (level?.key === null) level.key = quotedText(text, start, end);
    } else if (sign === ':') {
      if (level) level.valueStart = end + 1;
    } else if (sign === '{' || sign === '[') {
      level = sign === '{' ? { values: new Map(), key: null, valueStart: 0 } : null;
      levels.push(level);
    } else {
      if (level && level.key !== null) {
        const before = level.values.get(level.key);
        if (before) {
          const texts = {
            before: text.slice(...before).trim(),
            after: text.slice(level.valueStart, start).trim(),
          };
          found.push({ key: level.key, ...texts });
          if (found.length === most) return found;
        }
        level.values.set(level.key, [level.valueStart, start]);
        level.key = null;
      }
      if (sign !== ',') {
        levels.pop();
        level = levels.at(-1) ?? null;
      }
    }
  }
  return found;
}
