import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addRows, changeRows, countRows, joinTop, newRows, type Page } from './log-rows.ts';

type Row = { id: string; outcome: string };
const row = (id: string, outcome = 'received'): Row => ({ id, outcome });
const page = (ids: string, nextCursor: string | null): Page<Row> => ({
  items: [...ids].map((id) => row(id)),
  nextCursor,
});
const ids = (pages: Page<Row>[]) => pages.map(({ items }) => items.map(({ id }) => id).join('')).join('|');

test('a row on the screen changes in place, and other pages are left as they are', () => {
  const pages = [page('98', '8'), page('76', '6')];
  const changed = changeRows(pages, [row('7', 'delivered')]);
  expect(changed[1]?.items.map(({ outcome }) => outcome)).toEqual(['delivered', 'received']);
  expect(changed[0]).toBe(pages[0]);
});

test('a late commit between two shown rows is new; one beyond the loaded pages waits for its page', () => {
  expect(newRows([page('53', '3')], [row('4'), row('1')]).map(({ id }) => id)).toEqual(['4']);
});

test('at the end of the list every unknown row is new', () => {
  expect(newRows([page('', null)], [row('1')])).toHaveLength(1);
});

test('a new row takes its place, also where it came late', () => {
  expect(ids(addRows([page('97', '7'), page('53', '3')], [row('a'), row('6')], 100))).toBe('a97653');
});

test('beyond the most that is kept, the oldest go and can be read again', () => {
  const [kept] = addRows([page('5432', null)], [row('6')], 3);
  expect(kept).toMatchObject({ nextCursor: '4' });
  expect(kept?.items.map(({ id }) => id)).toEqual(['6', '5', '4']);
});

test('that the search was cut is still known once rows have joined the first page', () => {
  const cut = { ...page('53', '3'), partial: true };
  expect(addRows([cut, page('21', null)], [row('6')], 100)).toMatchObject([{ partial: true }]);
  expect(joinTop([cut], { ...page('76', '6'), partial: true }, 100)).toMatchObject([{ partial: true }]);
});

test('a first page read anew joins what is there, or stands alone where something between is missing', () => {
  const loaded = [page('5432', '2')];
  expect(ids(joinTop(loaded, page('765', '5'), 100))).toBe('765432');
  expect(ids(joinTop(loaded, page('987', '7'), 100))).toBe('987');
  expect(ids(joinTop(loaded, page('54', null), 100))).toBe('54');
});

test('however rows come, each is there once, newest first, and never more than the most', () => {
  const some = fc.uniqueArray(fc.integer({ min: 100, max: 999 }).map(String), { maxLength: 60 });
  fc.assert(
    fc.property(some, some, fc.integer({ min: 1, max: 50 }), (there, coming, most) => {
      const before: Page<Row>[] = [
        {
          items: there
            .toSorted()
            .reverse()
            .map((id) => row(id)),
          nextCursor: null,
        },
      ];
      const after = addRows(
        before,
        newRows(
          before,
          coming.map((id) => row(id)),
        ),
        most,
      );
      const shown = after.flatMap(({ items }) => items.map(({ id }) => id));
      const all = [...new Set([...there, ...coming])].sort().reverse();
      expect(shown).toEqual(all.slice(0, most));
      expect(countRows(after)).toBeLessThanOrEqual(most);
    }),
  );
});
