import { isJsonObject, type Json } from './json.ts';

/** One place at which two values differ; with `same` asked for, also those at which they do not. */
export type JsonDifference = {
  /** The keys and indexes that lead there. */
  parts: readonly string[];
  /** `added`: only the other has it, with all that is in it; `removed`: only the one. */
  how: 'changed' | 'added' | 'removed' | 'same';
};

/** Deeper than this two values are compared as text. */
const deepest = 200;

/**
 * Where two values differ, in the order of the first's keys, then those that only the second has. The order of keys
 * makes no difference; lists are compared place by place.
 */
export function jsonDifferences(one: Json, other: Json, { same = false } = {}): JsonDifference[] {
  const found: JsonDifference[] = [];
  visit(one, other, [], (difference) => {
    if (same || difference.how !== 'same') found.push(difference);
  });
  return found;
}

function visit(
  one: Json,
  other: Json,
  parts: readonly string[],
  tell: (difference: JsonDifference) => void,
): void {
  const left = membersOf(one);
  const right = membersOf(other);
  if (
    left === null ||
    right === null ||
    Array.isArray(one) !== Array.isArray(other) ||
    parts.length > deepest
  ) {
    tell({ parts, how: isSame(one, other) ? 'same' : 'changed' });
    return;
  }
  if (left.size === 0 && right.size === 0) tell({ parts, how: 'same' });
  for (const [key, value] of left) {
    const inner = [...parts, key];
    const opposite = right.get(key);
    if (opposite === undefined) tell({ parts: inner, how: 'removed' });
    else visit(value, opposite, inner, tell);
  }
  for (const key of right.keys()) if (!left.has(key)) tell({ parts: [...parts, key], how: 'added' });
}

function membersOf(value: Json): Map<string, Json> | null {
  if (Array.isArray(value))
    return new Map([...value.entries()].map(([index, item]) => [String(index), item]));
  return isJsonObject(value) ? new Map(Object.entries(value)) : null;
}

function isSame(one: Json, other: Json): boolean {
  if (typeof one !== 'object' || typeof other !== 'object') return Object.is(one, other);
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The value to which these keys and indexes lead; undefined where they lead nowhere. */
export function valueAtParts(root: Json, parts: readonly string[]): Json | undefined {
  let value: Json | undefined = root;
  for (const part of parts) {
    if (Array.isArray(value)) value = value[Number(part)];
    else if (isJsonObject(value) && Object.hasOwn(value, part)) value = value[part];
    else return undefined;
  }
  return value;
}
