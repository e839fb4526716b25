import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { goesOnDiffering } from './bulk-states.ts';
import { chooseRows } from './choose-rows.ts';
import { resultFile } from './result-file.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';
import { tryAgain } from './try-again.ts';

const on = setUpBulk();
afterEach(() => {
  on.enerflo.settings.leadPhone = 'mobile';
  on.enerflo.settings.indexDelaySeconds = 0;
});

const heads = 'First,Last,Street,City,State,Zip,Cell,Mail';
const leads = (count: number, name: string) => [
  heads,
  ...Array.from(
    { length: count },
    (_, at) =>
      `${name},Number${at},${at + 1} ${name} Ct,Provo,UT,84601,38555501${at + 10},${name}${at}@example.com`,
  ),
];

/** Leads whose phone this Enerflo passes over in silence, as an account with the wrong setting sends it. */
async function unheard(count: number, name: string): Promise<string> {
  on.enerflo.settings.leadPhone = 'phone';
  const id = await on.upload('enerflo.lead.add', leads(count, name), `${name}.csv`);
  await on.match(id);
  await on.work();
  return id;
}

test('where Enerflo shows another value for each of the first rows it stops, says why, and goes on once that is right', async () => {
  const id = await unheard(20, 'Ann');
  const before = on.enerflo.state.customers.size;
  await on.start(id);
  await on.work();
  const stopped = await on.get(id);
  expect(stopped).toMatchObject({
    state: 'stopped',
    reason: expect.stringMatching(/another value .*\(Phone\).*setting of the account/),
  });
  expect(stopped.counts.differs).toBeGreaterThanOrEqual(5);
  expect(stopped.counts.waiting).toBeGreaterThanOrEqual(12);
  expect((await on.rows(id))[0]).toMatchObject({
    state: 'differs',
    reason: expect.stringMatching(
      /^Phone: 3855550110 was asked for, Enerflo has nothing\. The lead was added\./,
    ),
  });

  // Gone on with before anything was mended, it stops again and does not go through all of them.
  await on.start(id);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'stopped' });

  on.enerflo.settings.leadPhone = 'mobile';
  await on.start(id);
  await on.work();
  const { counts } = await on.get(id);
  expect(counts.done).toBeGreaterThanOrEqual(8);
  expect(counts.done + counts.differs).toBe(20);
  expect(on.enerflo.state.customers.size).toBe(before + 20);
  await expect(tryAgain(on.context(), { id, state: 'differs' })).rejects.toThrow('twice');
});

test('who knows that Enerflo shows another value can have all rows sent; each says so, in the result file too', async () => {
  const id = await unheard(10, 'Bea');
  await on.start(id, [goesOnDiffering]);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { differs: 10, done: 0 } });
  const [, line] = (await text((await resultFile(on.context(), id)).body ?? new ReadableStream())).split(
    '\r\n',
  );
  expect(line).toMatch(/,"?Done, value differs"?,.*Phone: 3855550110 was asked for, Enerflo has nothing/);

  const again = await on.upload('enerflo.lead.add', leads(10, 'Bea'), 'again.csv');
  await on.match(again);
  await on.work();
  expect((await on.get(again)).counts).toMatchObject({ repeat: 10 });
});

test('a row whose worker died after its answer came tells what was read back all the same', async () => {
  const id = await unheard(1, 'Cid');
  await on.start(id);
  await on.work();
  const row = { bulkId: id, number: 1 };
  await on.db.bulkRow.update({
    where: { bulkId_number: row },
    data: { state: 'sending', reason: null, actionId: null },
  });
  await on.db.bulk.update({ where: { id }, data: { state: 'running' } });
  await on.work();
  await on.work();
  expect(await on.rows(id)).toMatchObject([
    { state: 'differs', reason: expect.stringContaining('Enerflo has nothing') },
  ]);
});

test('a row that Enerflo had already says that nothing was sent for it', async () => {
  const [install] = [...on.enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);
  const id = await on.upload('enerflo.install.update-status', [
    'Project ID,New Status',
    `${install?.id},${install?.statusId}`,
  ]);
  await on.match(id);
  await on.work();
  await on.start(id);
  await on.work();
  expect(await on.rows(id)).toMatchObject([
    { state: 'done', reason: 'Nothing was sent: Enerflo has it like this already.' },
  ]);
});

test('what Enerflo shows with another value can be asked for again, where that makes nothing twice', async () => {
  const [install] = [...on.enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);
  if (!install) throw new Error('The stand-in has no install.');
  const other = [...on.enerflo.state.statuses.values()].find(({ id }) => id !== install.statusId);
  const file = ['Project ID,New Status', `${install.id},${other?.id}`];
  const id = await on.upload('enerflo.install.update-status', file);
  await on.match(id);
  await on.work();
  await on.start(id);
  await on.work();
  // As if somebody had set it back before it was read.
  on.enerflo.state.setStatus(install.id, install.statusId);
  await on.db.bulkRow.updateMany({ where: { bulkId: id }, data: { state: 'differs' } });
  expect(await tryAgain(on.context(), { id, state: 'differs' })).toBe(1);
  await on.work();
  expect(await on.rows(id)).toMatchObject([{ state: 'done' }]);
  expect(on.enerflo.state.installs.get(install.id)?.statusId).toBe(other?.id);
});

test('leads that Enerflo gives to nobody, since it does not know the e-mail address, are no good rows', async () => {
  const lines = leads(10, 'Dee').map(
    (line, at) => `${line},${at === 0 ? 'Owner' : 'nobody@nowhere.example'}`,
  );
  const id = await on.upload('enerflo.lead.add', lines, 'Dee.csv');
  // With an office of its own a lead does not go to the one who gets those of its ZIP code.
  const [office] = on.enerflo.state.offices.values();
  await on.match(id, { assign_to_email: { column: 8 }, office_name: { value: office?.name ?? '' } });
  await on.work();
  await on.start(id);
  await on.work();
  expect(await on.get(id)).toMatchObject({
    state: 'stopped',
    reason: expect.stringMatching(/another value .*\(Assign to\)/),
  });
  expect((await on.rows(id))[0]?.reason).toContain('nowhere.example was asked for, Enerflo has nothing.');
});

test('a row whose deal Enerflo lists late has nothing else than was asked for, and says what is not listed yet', async () => {
  const { settings, state } = on.enerflo;
  const send = async (operation: string, fills: Parameters<typeof on.match>[1] = {}) => {
    const id = await on.upload(operation, leads(8, 'Lyn'), `${operation}.csv`);
    await on.match(id, fills);
    await on.work();
    await chooseRows(on.context(), { id, send: true, state: 'alike' });
    await on.start(id);
    await on.work();
    return id;
  };
  await send('enerflo.lead.add');
  // The leads were there for long, so they are listed, but not their new deals.
  for (const one of [...state.customers.values()].filter(({ firstName }) => firstName === 'Lyn'))
    state.customers.set(one.id, { ...one, createdAt: new Date(0) });
  settings.indexDelaySeconds = 600;
  const [type] = state.dealTypes.keys();
  const id = await send('enerflo.lead.add-with-deal', { createDeal: { value: String(type) } });
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 8, differs: 0 } });
  expect((await on.rows(id))[0]?.reason).toMatch(
    /was updated\. Enerflo does not list its deal: it may come late, .* Not all of it could be read back\.$/,
  );
});
