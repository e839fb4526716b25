import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { startReading } from '../change-reading.ts';
import { listFindings } from '../list-findings.ts';
import { openReadingBench, type ReadingBench } from '../testing/reading-bench.ts';
import { toItsEnd, turn } from '../testing/to-its-end.ts';

let bench: ReadingBench;
beforeAll(async () => {
  bench = await openReadingBench(inject('postgres'), { leads: 10 });
});
afterAll(() => bench.close());

const DAY = 86_400_000;

async function start(kind: 'initial' | 'catch-up') {
  const { db, connectionId, clock } = bench;
  const change = { db, audit: recordAudit, actor: systemActor('test') };
  const since = kind === 'initial' ? undefined : new Date(clock.now()).toISOString();
  return (await startReading(change, { connectionId, kind, since })).id;
}

/** A catch-up of what changed from now on, and which notes it finds; `whole`: whether it listed all. */
async function catchUp() {
  bench.enerflo.received.clear();
  const id = await start('catch-up');
  await toItsEnd(bench, id);
  const { items } = await listFindings(bench.db, { id, limit: 200 });
  return { whole: listedWhole(), found: items.map((item) => item.id) };
}

function listedWhole(): boolean {
  const lists = bench.enerflo.received.list().filter(({ path }) => path.startsWith('/api/v3/installs/notes'));
  return lists.every(({ path }) => !path.includes('created_after'));
}

/** As if everything that was read so far had been read so long before. */
async function wait(days: number) {
  await bench.pool.query(`UPDATE reading SET started_at = started_at - make_interval(days => $1)`, [days]);
}

test('notes older than a month that were changed or deleted are found within a week', async () => {
  const { clock, enerflo } = bench;
  const { addNote, deleteNote, installs, notes, now } = enerflo.state;
  const [install] = installs.values();
  if (!install) throw new Error('too little was seeded');
  clock.advance(-90 * DAY);
  const note = (text: string) => addNote({ installId: install.id, text, userId: install.agentUserId ?? 1 });
  const [edited, deleted] = [note('Call on Monday.'), note('Wrong install.')];
  clock.advance(90 * DAY);
  await toItsEnd(bench, await start('initial'));

  // Changed on a day of which the week's reading is not the first to hear.
  notes.set(edited.id, { ...edited, text: 'Call on Tuesday.', updatedAt: now() });
  deleteNote(deleted.id);
  clock.advance(DAY / 24);
  expect(await catchUp()).toEqual({ whole: false, found: [] });
  await wait(7);
  const names = [edited, deleted].map(({ id }) => `enerflo.note:${id}`).sort();
  const whole = await catchUp();
  expect({ ...whole, found: whole.found.sort() }).toEqual({ whole: true, found: names });
  expect(await catchUp()).toEqual({ whole: false, found: [] });
  // The week counts from the last one that read all, not from the one before this.
  await wait(4);
  expect(await catchUp()).toEqual({ whole: false, found: [] });
  await wait(3);
  expect(await catchUp()).toEqual({ whole: true, found: [] });
}, 60_000);

test('a catch-up that is hindered in the middle goes on with the list that it began', async () => {
  const { enerflo } = bench;
  await wait(8);
  const id = await start('catch-up');
  enerflo.rules.add([{ path: '/api/v3/installs/notes', answer: 500 }]);
  await turn(bench);
  await turn(bench);
  // Meanwhile another reading of all came to its end.
  await bench.pool.query(
    `UPDATE reading SET started_at = now() WHERE id <> $1 AND kind = 'initial' AND state = 'done'`,
    [id],
  );
  enerflo.rules.reset();
  enerflo.received.clear();
  await toItsEnd(bench, id);
  expect(listedWhole()).toBe(true);
}, 60_000);
