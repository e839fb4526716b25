import { afterEach, expect, test } from 'vitest';
import { goesOnUnlisted } from './bulk-states.ts';
import { chooseRows } from './choose-rows.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();
afterEach(() => {
  on.enerflo.settings.leadMore = 'made';
  on.enerflo.settings.indexDelaySeconds = 0;
});

const leads = (count: number, name: string) => [
  'First,Last,Street,City,State,Zip,Cell,Mail',
  ...Array.from(
    { length: count },
    (_, at) =>
      `${name},Number${at},${at + 1} ${name} Ct,Provo,UT,84601,38555501${at + 10},${name}${at}@example.com`,
  ),
];

/** A worker's looks, until nothing is left that it would send by itself. */
async function workThrough(id: string): Promise<void> {
  do await on.work();
  while ((await on.get(id)).state === 'running');
}

/** Leads with an appointment each, checked. */
async function withAppointments(count: number, name: string): Promise<string> {
  const [type] = on.enerflo.state.appointmentTypes.keys();
  const lines = leads(count, name).map((line, at) =>
    at === 0 ? `${line},Begins,Ends` : `${line},2026-03-02 09:00,2026-03-02 10:00`,
  );
  const id = await on.upload('enerflo.lead.add-with-appointment', lines, `${name}.csv`);
  await on.match(id, { appointment_type: { value: String(type) }, start: { column: 8 }, end: { column: 9 } });
  await on.work();
  await chooseRows(on.context(), { id, send: true, state: 'alike' });
  return id;
}

test('where Enerflo lists the appointment of none of the first rows it stops and says why, unless a person knows better', async () => {
  on.enerflo.settings.leadMore = 'passed-over';
  const id = await withAppointments(20, 'Fay');
  await on.start(id);
  await workThrough(id);
  const stopped = await on.get(id);
  expect(stopped).toMatchObject({
    state: 'stopped',
    reason: expect.stringMatching(/does not list the appointment of any.*may not have taken it/),
    counts: { differs: 0 },
    unlisted: stopped.counts.done,
  });
  expect(stopped.counts.done).toBeGreaterThanOrEqual(5);
  expect(stopped.counts.waiting).toBeGreaterThanOrEqual(12);

  await on.start(id, [goesOnUnlisted]);
  await workThrough(id);
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 20, differs: 0 }, unlisted: 20 });
});

test('once Enerflo lists the appointment of one row it goes on, also where others are not listed', async () => {
  const first = await withAppointments(4, 'Gil');
  await on.start(first);
  await workThrough(first);
  expect(await on.get(first)).toMatchObject({ state: 'done', counts: { done: 4 }, unlisted: 0 });

  const id = await withAppointments(12, 'Hal');
  // As if one had come before the others are sent.
  const [one] = await on.db.action.findMany({ where: { bulkId: first }, take: 1 });
  await on.db.action.update({ where: { id: one?.id ?? '' }, data: { bulkId: id } });
  on.enerflo.settings.leadMore = 'passed-over';
  await on.start(id);
  await workThrough(id);
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 12 }, unlisted: 12 });
});

test('a few rows whose appointments are listed late are done, and say that they are not listed', async () => {
  on.enerflo.settings.indexDelaySeconds = 600;
  const id = await withAppointments(3, 'Ida');
  await on.start(id);
  await workThrough(id);
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 3, differs: 0 }, unlisted: 3 });
  expect((await on.rows(id))[0]?.reason).toMatch(
    /^The lead was added\. Enerflo does not list its appointment/,
  );
});

test('new leads that Enerflo itself lists late prove nothing of their deals, and do not stop a bulk', async () => {
  on.enerflo.settings.indexDelaySeconds = 600;
  const [type] = on.enerflo.state.dealTypes.keys();
  const id = await on.upload('enerflo.lead.add-with-deal', leads(12, 'Jon'), 'Jon.csv');
  await on.match(id, { createDeal: { value: String(type) } });
  await on.work();
  await chooseRows(on.context(), { id, send: true, state: 'alike' });
  await on.start(id);
  await workThrough(id);
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 12 }, unlisted: 0 });
  expect((await on.rows(id))[0]?.reason).toContain('does not list its deal');
});
