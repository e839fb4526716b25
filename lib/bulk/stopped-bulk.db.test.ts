import { afterEach, expect, test } from 'vitest';
import { didNotArrive } from '#lib/actions/look-once.ts';
import { goesOnDiffering } from './bulk-states.ts';
import { chooseRows } from './choose-rows.ts';
import { finishBulk } from './finish-bulk.ts';
import { stopBulk } from './stop-bulk.ts';
import { stopByItself } from './stop-by-itself.ts';
import { recoverStopped } from './stopped-bulks-part.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';
import { tryAgain } from './try-again.ts';
import { waitingBulks } from './waiting-bulks.ts';

const on = setUpBulk();
afterEach(() => on.enerflo.rules.reset());

const key = 'Enerflo did not accept the API key.';
const installs = () => [...on.enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);
const notesOf = (words: string) =>
  [...on.enerflo.state.notes.values()].filter(({ text }) => text.includes(words)).length;

/** So many notes, checked and ready. */
async function notes(count: number, words: string): Promise<string> {
  const rows = installs().slice(0, count);
  const id = await on.upload('enerflo.note.add', [
    'Install,Note',
    ...rows.map(({ id }, at) => `${id},${words} ${at}`),
  ]);
  await on.match(id);
  await on.work();
  return id;
}

/** The same, started and stopped by itself before its first row was sent; rows of these numbers have failed. */
async function stopped(count: number, words: string, failed: number[] = []): Promise<string> {
  const id = await notes(count, words);
  await on.start(id);
  await on.db.bulkRow.updateMany({
    where: { bulkId: id, number: { in: failed } },
    data: { state: 'failed', reason: 'The install is locked' },
  });
  await stopByItself(on.db, { id, state: 'running' }, key);
  return id;
}

test('of a stopped bulk rows are made ready again, and nothing goes out before somebody goes on with it', async () => {
  const id = await stopped(4, 'Kept back', [1]);
  expect(await tryAgain(on.context(), { id, state: 'failed' })).toBe(1);
  await on.work();
  expect(await on.get(id)).toMatchObject({
    state: 'stopped',
    reason: key,
    counts: { waiting: 4, failed: 0 },
  });
  expect(notesOf('Kept back')).toBe(0);
  await on.start(id);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 4 } });
});

test('a stopped bulk is done once the last row that waits is left out; rows chosen later wait for a word', async () => {
  const id = await stopped(3, 'Left out', [1]);
  expect(await waitingBulks(on.db)).toBe(1);
  await chooseRows(on.context(), { id, send: false, numbers: [2] });
  expect(await on.get(id)).toMatchObject({ state: 'stopped' });
  await chooseRows(on.context(), { id, send: false, state: 'waiting' });
  expect(await on.get(id)).toMatchObject({
    state: 'done',
    endedAt: expect.any(String),
    reason: 'Finished by Jane Smith.',
    counts: { failed: 1, 'left-out': 2 },
  });
  expect(await waitingBulks(on.db)).toBe(0);

  await chooseRows(on.context(), { id, send: true, numbers: [3] });
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'stopped', endedAt: null, counts: { waiting: 1 } });
  expect(await waitingBulks(on.db)).toBe(0);
  await on.start(id);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', reason: null, counts: { done: 1, 'left-out': 1 } });
});

test('what was not started stays as it is when all of it is left out', async () => {
  const id = await notes(1, 'Not yet');
  await chooseRows(on.context(), { id, send: false, numbers: [1] });
  expect(await on.get(id)).toMatchObject({ state: 'ready' });
  await expect(finishBulk(on.context(), id)).rejects.toThrow('Stop it first');
});

test('a stopped bulk is finished where it stands: the rest is left out, and the log has who did it', async () => {
  const id = await stopped(3, 'Finished early', [1]);
  await on.db.bulkRow.update({
    where: { bulkId_number: { bulkId: id, number: 3 } },
    data: { state: 'sending' },
  });
  await expect(finishBulk(on.context(), id)).rejects.toThrow('on their way');
  expect(await on.get(id)).toMatchObject({ state: 'stopped', counts: { waiting: 1, sending: 1 } });
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: 3 }, data: { state: 'waiting' } });

  expect(await finishBulk(on.context(), id)).toBe(2);
  await on.work();
  expect(await on.get(id)).toMatchObject({
    state: 'done',
    reason: 'Finished by Jane Smith.',
    counts: { failed: 1, 'left-out': 2, waiting: 0 },
  });
  expect(notesOf('Finished early')).toBe(0);
  expect(await on.db.auditEntry.findFirst({ where: { action: 'bulk.finish', subjectId: id } })).toMatchObject(
    {
      after: { rows: 2 },
    },
  );
});

test('a row in doubt that did not arrive is not sent by itself after its bulk was finished by hand', async () => {
  const id = await notes(2, 'In doubt');
  await on.start(id);
  await on.work();
  const [first] = await on.rows(id);
  await on.db.action.update({
    where: { id: first?.actionId ?? '' },
    data: { state: 'failed', error: { code: didNotArrive.code, text: 'It did not arrive.' } },
  });
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: 1 }, data: { state: 'unknown' } });
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: 2 }, data: { state: 'waiting' } });
  await on.db.bulk.update({ where: { id }, data: { state: 'stopped', reason: key } });
  await finishBulk(on.context(), id);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { failed: 1, 'left-out': 1 } });
  expect((await on.rows(id))[0]).toMatchObject({ reason: 'It did not arrive.' });
});

test('not to stop because of other values is said anew whenever rows are sent, and can be taken back', async () => {
  const id = await notes(1, 'Taken back');
  await on.start(id, [goesOnDiffering, 'another']);
  await stopBulk(on.context(), id);
  expect((await on.get(id)).agreed.sort()).toEqual(['another', goesOnDiffering]);
  await on.start(id, ['another']);
  expect((await on.get(id)).agreed).toEqual(['another']);
});

test('while rows are being sent it stays said, also for those that are tried again meanwhile, and while rows are checked', async () => {
  const id = await notes(2, 'Stays said');
  await on.start(id, [goesOnDiffering]);
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: 2 }, data: { state: 'failed' } });
  await tryAgain(on.context(), { id, state: 'failed' });
  expect(await on.get(id)).toMatchObject({ state: 'running', agreed: [goesOnDiffering] });
  await stopBulk(on.context(), id);
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: 2 }, data: { state: 'unchecked' } });
  await on.start(id);
  expect(await on.get(id)).toMatchObject({ state: 'reading', agreed: [goesOnDiffering] });
  await on.work();
  await on.start(id);
  expect(await on.get(id)).toMatchObject({ state: 'running', agreed: [] });
  await on.work();
});

test('nor does it hold for rows of a finished bulk that are sent again', async () => {
  const id = await notes(2, 'Sent again');
  await on.start(id, [goesOnDiffering, 'another']);
  await on.work();
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: 2 }, data: { state: 'failed' } });
  expect((await on.get(id)).agreed).toContain(goesOnDiffering);
  await tryAgain(on.context(), { id, state: 'failed' });
  expect(await on.get(id)).toMatchObject({ state: 'running', agreed: ['another'] });
  await on.work();
});

test('a row that a worker had begun when it died is freed, and its bulk can be finished', async () => {
  const id = await stopped(2, 'Begun and lost');
  const begun = { bulkId: id, number: 2 };
  await on.db.bulkRow.updateMany({ where: begun, data: { state: 'sending' } });
  await recoverStopped(on.db);
  // Its worker may still be at it.
  await expect(finishBulk(on.context(), id)).rejects.toThrow('on their way');
  await on.db.bulk.update({ where: { id }, data: { beatAt: new Date(Date.now() - 3_600_000) } });
  await recoverStopped(on.db);
  expect(await on.get(id)).toMatchObject({ state: 'stopped', counts: { waiting: 2, sending: 0 } });
  expect(await finishBulk(on.context(), id)).toBe(2);
});
