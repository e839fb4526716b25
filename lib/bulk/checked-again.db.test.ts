import { afterEach, expect, test } from 'vitest';
import { didNotArrive } from '#lib/actions/look-once.ts';
import { checkedAgain } from './checked-again.ts';
import { finishBulk } from './finish-bulk.ts';
import { stopBulk } from './stop-bulk.ts';
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

/** Such a bulk, finished by hand with its other row in doubt; then its check, if `brokenOff` by a key that is refused. */
async function finishedInDoubt({ brokenOff }: { brokenOff: boolean }) {
  const id = await sentButOne();
  const sent = (await on.rows(id)).find(({ state }) => state === 'done');
  const action = { id: sent?.actionId ?? '' };
  await on.db.action.update({ where: action, data: { state: 'unknown' } });
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: sent?.number }, data: { state: 'unknown' } });
  await on.db.bulk.update({
    where: { id },
    data: { state: 'stopped', endedAt: null, reason: 'Stopped by Ada.' },
  });
  await finishBulk(on.context(), id);
  if (brokenOff) {
    await checkedWithoutKey(id);
    on.enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/*', answer: 404 }]);
    await on.start(id);
  } else await tryAgain(on.context(), { id, state: 'uncheckable' });
  return { id, action };
}

/** Has rows checked again while Enerflo refuses the key, and then accepts it. */
async function checkedWithoutKey(id: string) {
  on.enerflo.rules.reset();
  on.enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/*', answer: 401 }]);
  await tryAgain(on.context(), { id, state: 'uncheckable' });
  expect(await checked(id)).toMatchObject({
    state: 'stopped',
    reason: expect.stringContaining('did not accept the API key'),
    counts: { unchecked: 1 },
  });
  expect(await waitingBulks(on.db)).toBe(1);
  on.enerflo.rules.reset();
}

test.each([
  { brokenOff: false, reason: 'Finished by Jane Smith.' },
  { brokenOff: true, reason: checkedAgain },
])(
  'a bulk that was finished by hand sends nothing by itself, although a row in doubt did not arrive; check broken off: $brokenOff',
  async ({ brokenOff, reason }) => {
    const { id, action } = await finishedInDoubt({ brokenOff });
    expect(await checked(id)).toMatchObject({ state: 'done', reason });

    await on.db.action.update({
      where: action,
      data: { state: 'failed', error: { code: didNotArrive.code, text: 'It did not arrive.' } },
    });
    await on.work();
    expect(await on.get(id)).toMatchObject({ state: 'done', counts: { failed: 1, waiting: 0 } });
  },
);

test('why a check was broken off is not said any more once it went on: of a finished bulk', async () => {
  const id = await sentButOne();
  await checkedWithoutKey(id);
  on.enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/*', answer: 404 }]);
  await on.start(id);
  expect(await on.get(id)).toMatchObject({ state: 'reading', reason: checkedAgain });
  expect(await checked(id)).toMatchObject({
    state: 'done',
    reason: checkedAgain,
    counts: { bad: 1, done: 1 },
  });
});

test.each(['start', 'again'])('nor of one that was stopped by hand, gone on with by %s', async (way) => {
  const id = await sentButOne();
  const sent = (await on.rows(id)).find(({ state }) => state === 'done');
  const other = { bulkId: id, number: sent?.number };
  await on.db.bulkRow.updateMany({ where: other, data: { state: 'waiting' } });
  await on.db.bulk.update({ where: { id }, data: { state: 'running', endedAt: null } });
  await stopBulk(on.context(), id);
  await checkedWithoutKey(id);
  if (way === 'start') await on.start(id);
  else {
    await on.db.bulkRow.updateMany({ where: other, data: { state: 'uncheckable', actionId: null } });
    await tryAgain(on.context(), { id, state: 'uncheckable' });
  }
  expect(await checked(id)).toMatchObject({
    state: 'stopped',
    reason: checkedAgain,
    counts: { waiting: 2, unchecked: 0 },
  });
  expect(await waitingBulks(on.db)).toBe(0);
});

test('of one that was not started yet neither, while its rows are checked', async () => {
  const [one] = installs().slice(taken);
  taken += 1;
  on.enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/*', answer: 401 }]);
  const id = await on.upload('enerflo.install.update-status', ['Project ID,New Status', `${one?.id},1`]);
  await on.match(id);
  expect(await checked(id)).toMatchObject({ state: 'stopped', startedAt: null });
  await on.start(id);
  expect(await on.get(id)).toMatchObject({ state: 'reading', reason: null });
  on.enerflo.rules.reset();
  await checked(id);
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

test('a check whose last row is written comes to its end, so that repeats in the file are told apart', async () => {
  const [install] = installs();
  const id = await on.upload('enerflo.note.add', [
    'Project ID,Note',
    `${install?.id},Called twice`,
    `${install?.id},Called twice`,
  ]);
  await on.match(id);
  await checked(id);
  // As it stands between the last row and the end.
  await on.db.bulk.update({ where: { id }, data: { state: 'reading' } });
  await on.db.bulkRow.updateMany({ where: { bulkId: id }, data: { state: 'waiting', reason: null } });
  await expect(stopBulk(on.context(), id)).rejects.toMatchObject({ code: 'CONFLICT' });
  await on.db.connection.updateMany({ data: { disabledAt: new Date() } });
  expect(await checked(id)).toMatchObject({ state: 'ready', counts: { waiting: 1, repeat: 1 } });
  await on.db.connection.updateMany({ data: { disabledAt: null } });
});
