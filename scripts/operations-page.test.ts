import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operationsPage } from './operations-page.ts';

test('docs/operations.md is what the registry says now (npx node scripts/operations-page.ts)', () => {
  expect(readFileSync('docs/operations.md', 'utf8')).toBe(operationsPage());
});
