import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinPath, splitPath, valueAt } from './json.ts';

test('a path printed from any parts leads back to them', () => {
  const part = fc.string({ minLength: 1 });
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      expect(splitPath(joinPath(parts))).toEqual(parts);
    }),
  );
});

test('only own keys are read, and items by their number', () => {
  const body = JSON.parse('{"a":{"b":[{"c":1}]},"__proto__":{"x":2}}');
  expect(valueAt(body, 'a.b.0.c')).toBe(1);
  expect(valueAt(body, '__proto__.x')).toBe(2);
  expect(valueAt(body, 'constructor.name')).toBeUndefined();
  expect(valueAt(body, 'a.b.length')).toBeUndefined();
  expect(valueAt(body, '')).toBe(body);
});
