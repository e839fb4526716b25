import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { subjectHref, subjectKinds, subjectWords } from './subject-kinds.ts';

const id = '019867c0-0000-7000-8000-00007a53f0c1';

/** Every kind of subject that our sources write into the audit log, by its name in the code. */
function writtenKinds(): Set<string> {
  const files = ['lib', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)),
  );
  const kinds = files
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !file.includes('generated'))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/subjectKind\s*[:=]([^,;}\n]*)/g)])
    .flatMap(([, value = '']) => [...value.matchAll(/'([\w-]+)'/g)].map(([, kind = '']) => kind));
  return new Set(kinds);
}

/** Whether the console has a page at this address. */
function isPage(address: string): boolean {
  let folder = path.join('app', '(console)');
  for (const part of address
    .replace(/[?#].*/, '')
    .split('/')
    .filter(Boolean)) {
    const dynamic = readdirSync(folder).find((name) => name.startsWith('['));
    folder = path.join(folder, existsSync(path.join(folder, part)) ? part : (dynamic ?? part));
    if (!existsSync(folder)) return false;
  }
  return existsSync(path.join(folder, 'page.tsx'));
}

test('no kind that is written is forgotten', () => {
  const written = writtenKinds();
  expect(written.size).toBeGreaterThan(10);
  expect([...written].filter((kind) => !Object.hasOwn(subjectKinds, kind))).toEqual([]);
});

test('each leads to a page that there is; without one are only those that have none of their own', () => {
  const hrefs = Object.keys(subjectKinds).map(
    (kind) => [kind, subjectHref({ kind, id, name: null })] as const,
  );
  expect(hrefs.filter(([, href]) => href !== null && !isPage(href))).toEqual([]);
  expect(hrefs.filter(([, href]) => href === null).map(([kind]) => kind)).toEqual([
    'handling',
    'view',
    'reading',
  ]);
});

test('what is done in Enerflo, one at a time or for many, is called and linked', () => {
  expect(subjectWords({ kind: 'action', id, name: null })).toBe('action 7a53f0c1');
  expect(subjectHref({ kind: 'action', id, name: null })).toBe(`/actions/${id}`);
  expect(subjectWords({ kind: 'bulk', id, name: null })).toBe('action for many 7a53f0c1');
  expect(subjectHref({ kind: 'bulk', id, name: null })).toBe(`/bulk/${id}`);
});
