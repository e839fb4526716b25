import { afterEach, expect, test } from 'vitest';
import { Prisma } from '#lib/db/generated/client.ts';
import { mostInRow, othersAsked } from './failed-in-row.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';
import { tryAgain } from './try-again.ts';

const on = setUpBulk();
afterEach(() => on.enerflo.rules.reset());

const installs = () => [...on.enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);

/** A change of status in each row, of the install that is given for its number (from 1); uploaded and matched. */
async function statuses(
  count: number,
  install: (number: number) => { id: number; statusId: number } | undefined,
) {
  const lines = Array.from({ length: count }, (_, at) => {
    const of = install(at + 1);
    const status = [...on.enerflo.state.statuses.values()].find(({ id }) => id !== of?.statusId)?.id;
    return `${of?.id},${status}`;
  });
  const id = await on.upload('enerflo.install.update-status', ['Project ID,New Status', ...lines]);
  await on.match(id);
  return id;
}

/** Looks of a worker until the check has come to an end. */
async function checked(id: string) {
  for (let looks = 0; looks < 10 && (await on.get(id)).state === 'reading'; looks += 1) await on.work();
  return on.get(id);
}

const inRow = { state: 'stopped', reason: expect.stringContaining(`${mostInRow} rows in a row`) };

/** Twenty-three rows, checked with only the last of them right. */
async function lastRight(): Promise<string> {
  const id = await statuses(23, (number) => installs()[number]);
  expect(await checked(id)).toMatchObject({ state: 'ready', counts: { waiting: 23 } });
  await on.db.bulkRow.updateMany({
    where: { bulkId: id, number: { lt: 23 } },
    data: { state: 'uncheckable', input: Prisma.DbNull, hash: null },
  });
  return id;
}

test.each([false, true])(
  'a check of earlier rows stops as well where row after row fails, whatever stands further down; sent: %s',
  async (sent) => {
    const id = await lastRight();
    if (sent) {
      await on.start(id);
      await on.work();
      expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 1 } });
    }
    on.enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/*', answer: 500 }]);
    const asked = on.enerflo.received.count();
    await tryAgain(on.context(), { id, state: 'uncheckable' });
    expect(await checked(id)).toMatchObject(inRow);
    expect(on.enerflo.received.count() - asked).toBeLessThan(mostInRow + 5);
  },
);

test('those that failed in an earlier slice, or with another worker, count as well', async () => {
  const id = await lastRight();
  const first = { bulkId: id, number: { lt: mostInRow } };
  await tryAgain(on.context(), { id, state: 'uncheckable' });
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: { lt: 23 } }, data: { state: 'bad' } });
  await on.db.bulkRow.updateMany({ where: first, data: { state: 'unchecked', tries: 1 } });
  await on.db.bulkRow.updateMany({ where: { bulkId: id, number: mostInRow }, data: { state: 'unchecked' } });
  on.enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/*', answer: 500 }]);
  const asked = on.enerflo.received.count();
  expect(await checked(id)).toMatchObject(inRow);
  expect(on.enerflo.received.count() - asked).toBe(1);
});

test('rows that fail here and there do not stop it, however many they are', async () => {
  const [broken, right] = installs();
  on.enerflo.rules.add([{ method: 'GET', path: `/api/v3/installs/${broken?.id}`, answer: 500 }]);
  // Rows are written by the hundred: some fail in the midst, some at the end of the first, some at the end of all.
  const fails = (number: number) => number % 10 === 0 || (number > 93 && number < 100) || number > 107;
  const id = await statuses(110, (number) => (fails(number) ? broken : right));
  const failing = Array.from({ length: 110 }, (_, at) => at + 1).filter(fails).length;
  expect(failing).toBeGreaterThan(2 * mostInRow);
  expect(await checked(id)).toMatchObject({ state: 'ready', counts: { uncheckable: failing } });
});

test('a row that failed while others could be asked about says so for as long as its turn has not come again', async () => {
  const [broken, right, refused] = installs();
  on.enerflo.rules.add([
    { method: 'GET', path: `/api/v3/installs/${broken?.id}`, answer: 500 },
    { method: 'GET', path: `/api/v3/installs/${refused?.id}`, answer: 401 },
  ]);
  const id = await statuses(40, (number) => (number === 1 ? broken : number === 40 ? refused : right));
  expect(await checked(id)).toMatchObject({ state: 'stopped', counts: { unchecked: 2 } });
  const rows = await on.rows(id);
  expect(rows[0]).toMatchObject({ state: 'unchecked', reason: othersAsked });
  expect(rows[39]).toMatchObject({ state: 'unchecked', reason: null });
});
