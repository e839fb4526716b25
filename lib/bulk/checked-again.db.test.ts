import { afterEach, expect, test } from 'vitest';
import { didNotArrive } from '#lib/actions/look-once.ts';
import { finishBulk } from './finish-bulk.ts';
import { stopByItself } from './stop-by-itself.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';
import { tryAgain } from './try-again.ts';
import { waitingBulks } from './waiting-bulks.ts';

const on = setUpBulk();
afterEach(() => on.enerflo.rules.reset());

const installs = () => [...on.enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);

/** Looks of a worker until the check has come to an end. */
async function checked(id: string) {
  for (let looks = 0; looks < 10 && (await on.get(id)).state === 'reading'; looks += 1) await on.work();
  return on.get(id);
}

/** A bulk of two other installs each time that was sent, but for a row that Enerflo fails at whenever it is asked. */
let taken = 0;
async function sentButOne(): Promise<string> {
  const [gone, other] = installs().slice(taken);
  taken += 2;
  on.enerflo.rules.add([{ method: 'GET', path: `/api/v3/installs/${gone?.id}`, answer: 500 }]);
  const status = [...on.enerflo.state.statuses.values()].find(({ id }) => id !== other?.statusId)?.id;
  const id = await on.upload('enerflo.install.update-status', [
    'Project ID,New Status',
    `${gone?.id},${status}`,
    `${other?.id},${status}`,
  ]);
  await on.match(id);
  expect(await checked(id)).toMatchObject({ counts: { uncheckable: 1, waiting: 1 } });
  await on.start(id);
  await on.work();
  return id;
}

test('checking rows of a finished bulk again leaves it finished where none of them can be sent', async () => {
  const id = await sentButOne();
  await tryAgain(on.context(), { id, state: 'uncheckable' });
  expect(await checked(id)).toMatchObject({
    state: 'done',
    reason: null,
    endedAt: expect.any(String),
    counts: { uncheckable: 1, done: 1 },
  });

  on.enerflo.rules.reset();
  await tryAgain(on.context(), { id, state: 'uncheckable' });
  expect(await checked(id)).toMatchObject({ state: 'stopped', counts: { waiting: 1 } });
  expect(await waitingBulks(on.db)).toBe(0);
  // What is ready after the check stands until somebody goes on with it, or finishes it.
  expect(await finishBulk(on.context(), id)).toBe(1);
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 1, 'left-out': 1 } });
});

test('a bulk that was finished by hand sends nothing by itself, although a row in doubt turns out not to have arrived', async () => {
  const id = await sentButOne();
  const sent = (await on.rows(id)).find(({ state }) => state === 'done');
  const doubtful = { bulkId: id, number: sent?.number };
  const action = { id: sent?.actionId ?? '' };
  await on.db.action.update({ where: action, data: { state: 'unknown' } });
  await on.db.bulkRow.updateMany({ where: doubtful, data: { state: 'unknown' } });
  await on.db.bulk.update({
    where: { id },
    data: { state: 'stopped', endedAt: null, reason: 'Stopped by Ada.' },
  });
  await finishBulk(on.context(), id);
  await tryAgain(on.context(), { id, state: 'uncheckable' });
  expect(await checked(id)).toMatchObject({ state: 'done', reason: 'Finished by Jane Smith.' });

  await on.db.action.update({
    where: action,
    data: { state: 'failed', error: { code: didNotArrive.code, text: 'It did not arrive.' } },
  });
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { failed: 1, waiting: 0 } });
});

test('why a bulk stopped by itself stays said, and waits for a person, while rows of it are checked again', async () => {
  const id = await sentButOne();
  const sent = (await on.rows(id)).find(({ state }) => state === 'done');
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: sent?.number }, data: { state: 'waiting' } });
  await on.db.bulk.update({ where: { id }, data: { state: 'running', endedAt: null } });
  const reason = 'Enerflo did not accept the API key.';
  await stopByItself(on.db, { id, state: 'running' }, reason);
  await tryAgain(on.context(), { id, state: 'uncheckable' });
  expect(await checked(id)).toMatchObject({ state: 'stopped', reason, counts: { waiting: 1 } });
  expect(await waitingBulks(on.db)).toBe(1);
});
