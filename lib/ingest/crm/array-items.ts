import { jsonMarks } from '../json-marks.ts';

/** The text of each item of a list, as it was written. `text` is valid JSON, and a list that is not empty. */
export function arrayItems(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let itemStart = 0;
  for (const { sign, start } of jsonMarks(text)) {
    if (sign === '{' || sign === '[') {
      depth++;
      if (depth === 1) itemStart = start + 1;
    } else if (sign === '}' || sign === ']') {
      depth--;
      if (depth === 0) items.push(text.slice(itemStart, start).trim());
    } else if (sign === ',' && depth === 1) {
      items.push(text.slice(itemStart, start).trim());
      itemStart = start + 1;
    }
  }
  return items;
}
