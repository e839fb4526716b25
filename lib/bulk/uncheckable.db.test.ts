import { afterEach, expect, test } from 'vitest';
import { notLookedCode } from '#lib/actions/not-looked.ts';
import { chooseRows } from './choose-rows.ts';
import { matchColumns } from './match-columns.ts';
import { stopBulk } from './stop-bulk.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';
import { tryAgain } from './try-again.ts';

const on = setUpBulk();
afterEach(() => on.enerflo.rules.reset());

const installs = () => [...on.enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);
const otherStatus = (statusId: number) =>
  [...on.enerflo.state.statuses.values()].find(({ id }) => id !== statusId)?.id;

/** A change of status for each of so many installs, others each time; uploaded and matched. */
let taken = 0;
async function statuses(count: number): Promise<string> {
  const from = taken;
  taken += count;
  const rows = installs()
    .slice(from, taken)
    .map(({ id, statusId }) => `${id},${otherStatus(statusId)}`);
  const id = await on.upload('enerflo.install.update-status', ['Project ID,New Status', ...rows]);
  await on.match(id);
  return id;
}

/** Looks of a worker until the check has come to an end. */
async function checked(id: string) {
  for (let looks = 0; looks < 10 && (await on.get(id)).state === 'reading'; looks += 1) await on.work();
  return on.get(id);
}

test('one row that Enerflo never answers does not hold up the others: it says why, and can be checked again', async () => {
  const [one, two] = installs();
  on.enerflo.rules.add([
    { method: 'GET', path: `/api/v3/installs/${one?.id}`, answer: 500 },
    { method: 'GET', path: `/api/v3/installs/${two?.id}`, html: true },
  ]);
  const id = await statuses(5);
  expect(await checked(id)).toMatchObject({ state: 'ready', counts: { uncheckable: 2, waiting: 3 } });
  const [first, second] = await on.rows(id);
  expect(first).toMatchObject({ state: 'uncheckable', reason: expect.stringContaining('Enerflo failed') });
  expect(second).toMatchObject({ state: 'uncheckable', reason: expect.stringContaining('no data') });

  on.enerflo.rules.reset();
  await on.start(id);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 3 } });
  expect(await tryAgain(on.context(), { id, state: 'uncheckable' })).toBe(2);
  // Nothing is sent of them before somebody says so.
  expect(await checked(id)).toMatchObject({ state: 'stopped', counts: { uncheckable: 0, waiting: 2 } });
  await on.start(id);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 5 } });
});

test('checking again what could not be checked leaves decisions as they are', async () => {
  const [one, two] = installs().slice(taken);
  taken += 2;
  on.enerflo.rules.add([{ method: 'GET', path: `/api/v3/installs/${two?.id}`, answer: 500 }]);
  const row = `${one?.id},${otherStatus(one?.statusId ?? 0)}`;
  const id = await on.upload('enerflo.install.update-status', [
    'Project ID,New Status',
    ...[row, row, `${two?.id},${otherStatus(two?.statusId ?? 0)}`],
  ]);
  await on.match(id);
  expect(await checked(id)).toMatchObject({ counts: { waiting: 1, repeat: 1, uncheckable: 1 } });
  await chooseRows(on.context(), { id, send: true, numbers: [2] });
  on.enerflo.rules.reset();
  await tryAgain(on.context(), { id, state: 'uncheckable' });
  expect(await checked(id)).toMatchObject({ state: 'ready', counts: { waiting: 3, repeat: 0 } });
});

test('where row after row cannot be checked it stops with the reason, and goes on without asking Enerflo', async () => {
  on.enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/*', answer: 500 }]);
  const id = await statuses(15);
  const asked = on.enerflo.received.count();
  const stopped = await checked(id);
  expect(stopped).toMatchObject({
    state: 'stopped',
    startedAt: null,
    reason: expect.stringContaining('Enerflo failed while it worked on the request.'),
  });
  expect(on.enerflo.received.count() - asked).toBeLessThan(13);

  await matchColumns(on.context(), { id, ...stopped.columns, askEnerflo: false });
  expect(await checked(id)).toMatchObject({ state: 'ready', counts: { waiting: 15 } });
});

test('after Stop during the check the columns can be changed; not once anything was started', async () => {
  const id = await statuses(3);
  await stopBulk(on.context(), id);
  await on.match(id);
  expect(await checked(id)).toMatchObject({ state: 'ready', counts: { waiting: 3 } });
  await on.start(id);
  await stopBulk(on.context(), id);
  await expect(on.match(id)).rejects.toThrow('It was started');
});

test('leads that Enerflo could not be asked about say so, and are sent only once somebody agreed to that', async () => {
  on.enerflo.rules.add([{ method: 'GET', path: '/api/v1/customers', answer: 500 }]);
  const id = await on.upload('enerflo.lead.add', [
    'First,Last,Street,City,State,Zip,Cell,Mail',
    'Dee,Unasked,7 Dee Ct,Provo,UT,84601,8015550177,dee@example.com',
  ]);
  await on.match(id);
  const ready = await checked(id);
  expect(ready).toMatchObject({
    state: 'ready',
    counts: { waiting: 1 },
    sideEffects: [
      {
        code: notLookedCode,
        text: 'Enerflo could not be asked for leads that look like this one.',
        agree: true,
        count: 1,
        homeowners: null,
      },
    ],
  });
  await expect(on.start(id)).rejects.toThrow('Say first that you know what else this causes.');
  await on.start(id, [notLookedCode]);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 1 } });
});
