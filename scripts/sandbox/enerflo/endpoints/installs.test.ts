import { afterEach, beforeEach, expect, test } from 'vitest';
import { manualClock } from '../../shared/clock.ts';
import { makePerson } from '../seed/make-person.ts';
import { type StandInEnerflo, startEnerflo } from '../start-enerflo.ts';
import type { Change } from '../state/change.ts';
import { at, callerOf, rowsOf } from '../testing/caller.ts';

let enerflo: StandInEnerflo;
let call: ReturnType<typeof callerOf>;
const clock = manualClock(Date.parse('2026-11-02T15:00:00Z'));
beforeEach(async () => {
  enerflo = await startEnerflo({ port: 0, clock, settings: { installDelaySeconds: 90 } });
  call = callerOf(enerflo);
});
afterEach(() => enerflo.close());

const anInstall = () => {
  const install = [...enerflo.state.installs.values()].at(-1);
  if (!install) throw new Error('The seed has no install.');
  return install;
};
const newDeal = () => {
  const lead = enerflo.state.addLead(makePerson(Math.random, 900));
  return enerflo.state.addDeal({ customerId: lead.id });
};

test('an install is there only some time after its deal was submitted, by the uuid of the deal only', async () => {
  const changes: Change[] = [];
  enerflo.state.on((change) => changes.push(change));
  const deal = newDeal();
  enerflo.state.submitDeal(deal.id);
  const find = (id: string | number) => call(`GET /api/v3/installs/find/${id}`);
  const early = await find(deal.uuid);
  expect(early.status).toBe(404);
  expect(early.headers.get('content-type')).toContain('text/html');
  clock.advance(89_000);
  expect((await find(deal.uuid)).status).toBe(404);
  clock.advance(1_000);
  const found = await find(deal.uuid);
  expect(found.json).toMatchObject({ survey_id: deal.id, v2_survey_id: deal.uuid, status_name: 'Active' });
  expect((await find(deal.id)).status).toBe(404);
  expect(changes.at(-1)).toMatchObject({ entity: 'install', what: 'created', by: 'person' });
  // Voided, it is gone; submitted again, the same install is back.
  const id = Number(at(found.json, 'id'));
  enerflo.state.voidInstall(id);
  expect((await find(deal.uuid)).status).toBe(404);
  enerflo.state.submitDeal(deal.id);
  expect(changes.at(-1)).toMatchObject({ entity: 'deal', what: 'resubmitted' });
  clock.advance(90_000);
  expect(at((await find(deal.uuid)).json, 'id')).toBe(id);
});

test('told so, installs tell their status by its name alone, wherever they are told', async () => {
  enerflo.settings.installStatus = 'name-only';
  const { id, dealId, statusId } = anInstall();
  const uuid = enerflo.state.deals.get(dealId)?.uuid ?? '';
  const answers = [
    (await call(`GET /api/v3/installs/${id}`)).json,
    (await call(`GET /api/v3/installs/find/${uuid}`)).json,
    (await call(`PUT /api/v3/installs/${id}`, { status_id: statusId })).json,
    rowsOf((await call('GET /api/v3/installs')).json, 'results').find((row) => at(row, 'id') === id),
  ];
  const name = enerflo.state.statuses.get(statusId)?.name;
  for (const told of answers) {
    expect(told).toMatchObject({ id, status_name: name });
    expect(told).not.toHaveProperty('status_id');
  }
});

test('an install can be made to appear on command', async () => {
  enerflo.settings.installDelaySeconds = null;
  const deal = newDeal();
  enerflo.state.submitDeal(deal.id);
  clock.advance(86_400_000);
  expect((await call(`GET /api/v3/installs/find/${deal.uuid}`)).status).toBe(404);
  await fetch(`${enerflo.url}/_stand-in/approve`, { method: 'POST' });
  expect((await call(`GET /api/v3/installs/find/${deal.uuid}`)).status).toBe(200);
});

test('lists newest first, 25 unless told, and what changed since a time', async () => {
  const first = (await call('GET /api/v3/installs')).json;
  const ids = [...enerflo.state.installs.keys()].reverse();
  expect(rowsOf(first, 'results').map((row) => row.id)).toEqual(ids.slice(0, 25));
  expect(at(first, 'total')).toBe(ids.length);
  expect(rowsOf((await call('GET /api/v3/installs?per_page=0')).json, 'results')).toHaveLength(25);
  expect(
    rowsOf((await call('GET /api/v3/installs?per_page=20&page=2')).json, 'results').map((row) => row.id),
  ).toEqual(ids.slice(20));
  const { id } = anInstall();
  clock.advance(1_000);
  enerflo.state.setStatus(id, 'On Hold');
  const since = new URLSearchParams({
    'filter[logic]': 'and',
    'filter[filters][0][field]': 'updated_at',
    'filter[filters][0][operator]': 'gte',
    'filter[filters][0][value]': '2026-11-02 14:00:00',
    'filter[filters][1][field]': 'status_id',
    'filter[filters][1][operator]': 'eq',
    'filter[filters][1][value]': '3102',
  });
  const changed = (await call(`GET /api/v3/installs?${since}`)).json;
  expect(rowsOf(changed, 'results').map((row) => row.id)).toEqual([id]);
  expect(at(changed, 'total')).toBe(1);
  const sorted = rowsOf(
    (await call('GET /api/v3/installs?per_page=100&sort_by=-updated_at')).json,
    'results',
  );
  expect(sorted[0]?.id).toBe(id);
});

test('a status is changed with a slash at the end of the path or without; only labels of the company are taken', async () => {
  const { id, updatedAt } = anInstall();
  const statuses = rowsOf((await call('GET /api/v3/install-statuses')).json, 'results');
  expect(statuses.map((row) => row.name)).toEqual(
    expect.arrayContaining(['Active', 'On Hold', 'Completed', 'Voided', 'Cancelled', 'Pending KCA']),
  );
  expect(statuses[0]?.id).toBe(3101);
  const hold = await call(`PUT /api/v3/installs/${id}/`, { status_id: 3102 });
  expect(hold.json).toMatchObject({ id, status_id: 3102, status_name: 'On Hold' });
  const back = await call(`PUT /api/v3/installs/${id}`, { status_id: 3101 });
  expect(at(back.json, 'updated_at')).not.toBe(at(hold.json, 'updated_at'));
  expect(String(at(back.json, 'updated_at'))).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
  expect(anInstall().updatedAt.getTime()).toBeGreaterThan(updatedAt.getTime() + 1_000);
  const wrong = await call(`PUT /api/v3/installs/${id}`, { status_id: 5 });
  expect(wrong.status).toBe(422);
  expect(wrong.json).toMatchObject({ errors: { status_id: ['The selected status id is invalid.'] } });
});

test('which id a milestone takes is a setting; dates are YYYY-MM-DD; written as completed_date, read as completed_on', async () => {
  const { id } = anInstall();
  const list = rowsOf((await call(`GET /api/v3/installs/${id}/milestones`)).json, 'results');
  const row = list.find((one) => one.title === 'PTO & Monitoring');
  expect(row).toMatchObject({ install_id: id, sequence: 11, notify_customer: 1 });
  const put = (milestone: unknown, body: Record<string, string | null>) =>
    call(`PUT /api/v3/installs/${id}/milestones/${milestone}`, body);
  expect((await put(row?.id, { completed_date: '2024-08-15' })).json).toMatchObject({
    completed_on: '2024-08-15',
  });
  for (const date of ['08/15/2024', '2024-08-15T00:00:00Z', '2024-02-30', '']) {
    expect((await put(row?.id, { completed_date: date })).status).toBe(422);
  }
  expect((await put(row?.id, { start_date: '2024-08-01' })).json).toMatchObject({
    completed_on: '2024-08-15',
    start_date: '2024-08-01',
  });
  expect((await put(row?.id, { completed_date: null })).json).toMatchObject({ completed_on: null });
  expect((await put(row?.milestone_id, { completed_date: '2024-08-15' })).status).toBe(404);
  enerflo.settings.milestoneId = 'definition';
  expect((await put(row?.milestone_id, { completed_date: '2024-08-15' })).status).toBe(200);
  expect((await put(row?.id, { completed_date: '2024-08-15' })).status).toBe(404);
});

test('notes: body is written and note read; in lists id is the install; deleted ones stay in the feed', async () => {
  const { id } = anInstall();
  expect((await call(`POST /api/v3/installs/${id}/notes`, { content: 'x' })).status).toBe(422);
  const since = new Date(clock.now()).toISOString();
  clock.advance(1_000);
  const text = '[From Jane Smith in Heliograph]: <b>Roof</b> done';
  const made = await call(`POST /api/v3/installs/${id}/notes`, { body: text });
  const noteId = at(made.json, 'note_id');
  expect(made.json).toMatchObject({ id, epc_install_id: id, note: text, author_id: 40_711 });
  const feed = async () =>
    rowsOf(
      (await call(`GET /api/v3/installs/notes?page=1&pageSize=100&created_after=${since}&orderDir=asc`)).json,
      'notes',
    );
  expect(await feed()).toMatchObject([{ note_id: noteId, id, deleted_at: null }]);
  const own = async () => rowsOf((await call(`GET /api/v3/installs/${id}/notes`)).json, 'notes');
  expect((await own())[0]).toMatchObject({ note_id: noteId });
  expect((await call(`DELETE /api/v3/installs/${id}/notes/${noteId}`)).json).toEqual({ success: true });
  expect((await call(`DELETE /api/v3/installs/${id}/notes/${noteId}`)).status).toBe(404);
  expect((await own()).map((one) => one.note_id)).not.toContain(noteId);
  expect((await feed())[0]?.deleted_at).toMatch(/^2026-11/);
});

test('change orders can be read, and there is no way to make one', async () => {
  const { id, system } = anInstall();
  const values = { panel_count: { old: system.panelCount, new: system.panelCount + 2 } };
  const order = enerflo.state.addChangeOrder({ installId: id, values });
  enerflo.state.signChangeOrder(order.id, { panelCount: system.panelCount + 2 });
  const read = await call(`GET /api/v3/change-orders/${order.id}`);
  expect(read.json).toMatchObject({ epc_install_id: id, status: 'complete', change_values: values });
  expect(rowsOf((await call(`GET /api/v3/change-orders?install_id=${id}`)).json, 'results')).toHaveLength(1);
  const made = await call('POST /api/v3/change-orders', { install_id: id });
  expect(made.status).toBe(405);
  expect(made.headers.get('content-type')).toContain('text/html');
});

test('the same seed and clock make the same Enerflo; ids may begin where the guide has them', async () => {
  const options = { port: 0, clock: manualClock(clock.now()), firstIds: { install: 67_890, milestone: 1 } };
  const [one, two] = await Promise.all([startEnerflo(options), startEnerflo(options)]);
  expect([...one.state.customers.values()]).toEqual([...two.state.customers.values()]);
  expect(one.state.installs.get(67_890)?.milestoneIds).toContain(3);
  await Promise.all([one.close(), two.close()]);
});
