import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkedGroups } from './linked-groups.ts';

const thing = (id: string) => ({ id });
const groupsOf = (ids: string[], links: [string, string][]) =>
  linkedGroups(ids.map(thing), links).map((group) => group.map(({ id }) => id).join(''));

test('what is linked, over others too, is one group at the place of its first', () => {
  expect(
    groupsOf(
      ['a', 'b', 'c', 'd', 'e'],
      [
        ['d', 'b'],
        ['e', 'd'],
      ],
    ),
  ).toEqual(['a', 'bde', 'c']);
  expect(
    groupsOf(
      ['a', 'b'],
      [
        ['a', 'x'],
        ['x', 'b'],
        ['a', 'a'],
      ],
    ),
  ).toEqual(['a', 'b']);
  expect(groupsOf([], [])).toEqual([]);
});

test('each thing is in one group, whichever links there are; two share one if and only if a way leads between them', () => {
  const ids = [...'abcdefgh'];
  const links = fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 12 });
  fc.assert(
    fc.property(links, (given) => {
      const groups = groupsOf(ids, given);
      expect([...groups.join('')].sort()).toEqual(ids);
      for (const id of ids) {
        const reached = new Set([id]);
        for (const _ of ids) {
          for (const [one, other] of given) {
            if (reached.has(one)) reached.add(other);
            if (reached.has(other)) reached.add(one);
          }
        }
        expect(groups.find((group) => group.includes(id))).toBe([...reached].sort().join(''));
      }
    }),
  );
});
