import { expect, test } from 'vitest';
import { rowKey } from './row-key.ts';

test('a key is a UUID, the same for the same try of a row, another for any other', () => {
  const bulk = '01890000-0000-7000-8000-000000000000';
  const key = rowKey(bulk, 12, 0);
  expect(key).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(rowKey(bulk, 12, 0)).toBe(key);
  const others = [rowKey(bulk, 12, 1), rowKey(bulk, 1, 20), rowKey(bulk, 120, 0), key];
  expect(new Set(others).size).toBe(4);
});
