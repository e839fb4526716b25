import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeNext } from './safe-next.ts';

test('a path of this console is followed with its query and fragment', () => {
  expect(safeNext('/deliveries?state=failed#top')).toBe('/deliveries?state=failed#top');
});

test.each([
  undefined,
  null,
  '',
  'events',
  'https://evil.example/events',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n//evil.example',
  '/./\\evil.example',
  '/..//evil.example',
  'javascript:alert(1)',
  '/sign-in?next=/sign-in',
])('%j leads to the events instead', (next) => {
  expect(safeNext(next)).toBe('/events');
});

test('whatever is asked for, the browser stays on this console', () => {
  const parts = fc.array(
    fc.constantFrom('/', '\\', '.', '..', '@', ':', '\t', '\n', 'evil.example', 'https:', '%2f', '?', '#'),
  );
  fc.assert(
    fc.property(parts, (pieces) => {
      const target = new URL(safeNext(pieces.join('')), 'http://here.example/sign-in');
      expect(target.origin).toBe('http://here.example');
    }),
    { numRuns: 2000 },
  );
});
