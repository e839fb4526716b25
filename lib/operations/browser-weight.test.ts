import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

test('what a browser loads of the operations has no part in putting right, nor its libraries', () => {
  const seen = new Set<string>();
  const visit = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    if (!file.endsWith('.ts')) return;
    for (const [, from = ''] of readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\s(?!type\s)[^;]*?from\s+'([^']+)'/gm,
    )) {
      if (from.startsWith('#lib/')) visit(from.slice(1));
      else if (from.startsWith('.')) visit(path.posix.join(path.posix.dirname(file), from));
      else visit(from);
    }
  };
  visit('lib/operations/registry.ts');
  expect(seen.size).toBeGreaterThan(30);
  expect([...seen].filter((file) => !file.endsWith('.ts'))).toEqual(['zod']);
  expect([...seen].filter((file) => /put-right|lib\/(db|http|actions)\//.test(file))).toEqual([]);
});
