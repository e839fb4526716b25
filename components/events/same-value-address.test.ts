import { expect, test } from 'vitest';
import { jsonPathText } from '#components/ui/json-path.ts';
import { searchTerms } from '#lib/events/search-terms.schema.ts';
import { sameValueAddress } from './same-value-address.ts';

test.each([
  [['payload', 'deal', 'shortCode'], 'b9sqedcvp'],
  [['deal', 'files', 0, 'name'], 'contract = final.pdf'],
  [['a.b', 'full name', 'x"y'], '"quoted"'],
  [['id'], 4453459],
  [['ok'], false],
] as const)('what is copied from the tree is what the search understands: %j', (path, value) => {
  const href = sameValueAddress('enerflo.v1.update_install', jsonPathText(path), value);
  const q = new URL(href ?? '', 'http://x').searchParams.get('q') ?? '';
  expect(searchTerms(q).field).toEqual({ path: path.map(String), value: String(value) });
});

test('what cannot be searched has no address', () => {
  for (const value of [null, {}, [], '', 'x'.repeat(300)])
    expect(sameValueAddress('t', 'a', value)).toBeNull();
  expect(sameValueAddress('t', '$', 'x')).toBeNull();
});
