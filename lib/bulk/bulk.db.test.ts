import { expect, test } from 'vitest';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();

/** Ids of installs of the stand-in. */
const installs = (count: number) => [...on.enerflo.state.installs.keys()].slice(0, count);
const notesOf = (text: string) =>
  [...on.enerflo.state.notes.values()].filter((note) => note.text.includes(text) && !note.deletedAt);

test('rows are checked before anything is sent, then each is sent once, and a second upload adds none', async () => {
  const [one, two] = installs(2);
  const file = [
    'Install ID;Notes',
    `${one};Roof is done`,
    `${two};Panels are in`,
    `;Nobody`,
    `${one};Roof is done`,
  ];
  const id = await on.upload('enerflo.note.add', file);
  expect((await on.get(id)).columns.fills).toEqual({ install_id: { column: 0 }, body: { column: 1 } });
  await on.match(id);
  await on.work();
  expect((await on.rows(id)).map(({ state, reason }) => [state, reason])).toEqual([
    ['waiting', null],
    ['waiting', null],
    ['bad', expect.stringContaining('Install is needed.')],
    ['repeat', 'The same as row 1, which goes first.'],
  ]);
  expect(notesOf('Roof is done')).toHaveLength(0);

  await on.start(id);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 2, bad: 1, repeat: 1 } });
  expect(notesOf('[From Jane Smith in Heliograph]: Roof is done')).toHaveLength(1);
  expect(notesOf('Panels are in')).toHaveLength(1);
  expect(await on.db.action.count({ where: { bulkId: id } })).toBe(2);

  const again = await on.upload('enerflo.note.add', file, 'again.csv');
  await on.match(again);
  await on.work();
  expect((await on.rows(again)).map(({ state }) => state)).toEqual(['repeat', 'repeat', 'bad', 'repeat']);
  expect((await on.rows(again))[0]?.reason).toBe('Sent before: row 1 of “rows.csv”.');
});
