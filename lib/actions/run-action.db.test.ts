import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { Actor } from '#lib/audit/audit.ts';
import type { JsonObject } from '#lib/json.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import { listActions } from './list-actions.ts';
import { previewAction, putRightAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
let jane: Actor;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
  jane = office.person('Jane Smith');
});
afterAll(() => office.close());
beforeEach(() => {
  office.enerflo.received.clear();
  office.enerflo.rules.reset();
});

const ask = (operation: string, input: JsonObject) => ({
  connectionId: office.connectionId,
  operation,
  input,
});
const run = (
  operation: string,
  input: JsonObject,
  more: { seen?: string | null; agreed?: string[]; eventId?: string } = {},
) => runAction(office.as(jane), { ...ask(operation, input), idempotencyKey: uuidv7(), agreed: [], ...more });

/** An install of the stand-in that is there, with another status than `not`. */
function anInstall() {
  const install = [...office.enerflo.state.installs.values()].find((one) => one.deletedAt === null);
  if (!install) throw new Error('the stand-in has no install');
  return install;
}
function statusNamed(name: string): string {
  const { installCompanyId } = anInstall();
  const status = [...office.enerflo.state.statuses.values()].find(
    (one) => one.name === name && one.companyId === installCompanyId,
  );
  if (!status) throw new Error(`the stand-in has no status ${name}`);
  return String(status.id);
}
/** An event of a cancellation, of an account in this environment. */
async function anEvent(environment: string): Promise<string> {
  const { db } = office.database;
  const [id, connectionId, endpointId] = [uuidv7(), uuidv7(), uuidv7()];
  await db.connection.create({
    data: {
      id: connectionId,
      source: 'sunnova',
      environment,
      name: 'Sunnova',
      endpoints: { create: { id: endpointId, kind: 'sunnova' } },
    },
  });
  await db.event.create({
    data: {
      id,
      connectionId,
      endpointId,
      type: 'sunnova.cancellation-case',
      known: true,
      envelope: 'sunnova',
      receivedAt: new Date(),
      recordKey: 'sunnova.cancellation:case-1',
      complete: true,
      query: '',
      headers: {},
      warnings: [],
      contentHash: new Uint8Array(32),
      byteSize: 2,
      bodyId: id,
    },
  });
  return id;
}
const sent = (method: string) => office.enerflo.received.list().filter((one) => one.method === method);

test('a preview shows the exact request and today beside new, and changes nothing in Enerflo', async () => {
  const { id } = office.enerflo.state.setStatus(anInstall().id, 'Active');
  const onHold = statusNamed('On Hold');
  const preview = await previewAction(
    office.as(jane),
    ask('enerflo.install.update-status', { install_id: String(id), status_id: onHold }),
  );
  expect(preview.request).toEqual({
    method: 'PUT',
    url: `${office.enerflo.url}/api/v3/installs/${id}`,
    body: { status_id: Number(onHold) },
  });
  expect(preview.beside).toEqual([
    expect.objectContaining({
      field: 'status_id',
      beforeText: 'Active',
      afterText: 'On Hold',
      changes: true,
    }),
  ]);
  expect(preview.failure).toBeNull();
  expect(sent('PUT')).toEqual([]);
});

test('a status is set, read back, told to the records and written to the audit log', async () => {
  const { db } = office.database;
  const { id } = office.enerflo.state.setStatus(anInstall().id, 'Active');
  const onHold = statusNamed('On Hold');
  const done = await run('enerflo.install.update-status', { install_id: String(id), status_id: onHold });
  expect(done).toMatchObject({
    state: 'done',
    readBack: 'same',
    words: 'The status of the install was changed.',
    link: `${office.enerflo.url}/installs/${id}`,
    recordKeys: [`enerflo.install:${id}`],
    error: null,
  });
  expect(done.fields).toEqual([
    expect.objectContaining({ beforeText: 'Active', afterText: 'On Hold', nowText: 'On Hold' }),
  ]);
  expect(done.attempts.map(({ purpose, state }) => [purpose, state])).toEqual([
    ['read', 'answered'],
    ['write', 'answered'],
    ['read-back', 'answered'],
  ]);
  const record = await db.record.findFirstOrThrow({
    where: { kind: 'enerflo.install', externalId: String(id) },
  });
  expect(record.fields).toMatchObject({ status: 'On Hold' });
  const audit = await db.auditEntry.findFirstOrThrow({ where: { subjectId: done.id } });
  expect(audit).toMatchObject({ action: 'action.run', actorName: 'Jane Smith' });
  expect(JSON.stringify(await db.actionAttempt.findMany())).not.toContain('sandbox-enerflo-key');
});

test('where nothing changes nothing is sent, and it says so', async () => {
  const { id } = office.enerflo.state.setStatus(anInstall().id, 'On Hold');
  const done = await run('enerflo.install.update-status', {
    install_id: String(id),
    status_id: statusNamed('On Hold'),
  });
  expect(done).toMatchObject({ state: 'done', undo: null });
  expect(done.words).toContain('Nothing was sent');
  expect(sent('PUT')).toEqual([]);
});

test('a change since it was seen keeps it from being sent, and is named', async () => {
  const { id } = office.enerflo.state.setStatus(anInstall().id, 'Active');
  const input = { install_id: String(id), status_id: statusNamed('Completed') };
  const { seen } = await previewAction(office.as(jane), ask('enerflo.install.update-status', input));
  office.enerflo.state.setStatus(id, 'On Hold');
  await expect(run('enerflo.install.update-status', input, { seen })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('New status is now “On Hold”'),
  });
  expect(sent('PUT')).toEqual([]);
});

test('what Enerflo has something else of after the write is said', async () => {
  const { id } = office.enerflo.state.setStatus(anInstall().id, 'Active');
  const stop = office.enerflo.state.on((change) => {
    if (change.entity !== 'install' || change.by !== 'api') return;
    stop();
    office.enerflo.state.setStatus(id, 'Voided');
  });
  const done = await run('enerflo.install.update-status', {
    install_id: String(id),
    status_id: statusNamed('On Hold'),
  });
  expect(done).toMatchObject({ state: 'done', readBack: 'differs' });
  expect(done.fields[0]).toMatchObject({ afterText: expect.anything(), nowText: 'Voided' });
});

test('what Enerflo refuses is not done, with a reason and nothing of its HTML', async () => {
  const { id } = anInstall();
  office.enerflo.rules.add([{ method: 'POST', answer: 500, times: 1 }]);
  const doubtful = await run('enerflo.note.add', { install_id: String(id), body: 'Panels are here' });
  expect(doubtful).toMatchObject({ state: 'unknown', error: { code: 'FAILED' }, canLookUp: true });
  expect(JSON.stringify({ ...doubtful, attempts: [] })).not.toContain('<');
  office.enerflo.rules.add([{ method: 'POST', answer: 403, times: 1 }]);
  const refused = await run('enerflo.note.add', { install_id: String(id), body: 'Roof is done' });
  expect(refused).toMatchObject({ state: 'failed', error: { code: 'NOT_ALLOWED' }, undo: null });
});

test('an install that is not there is not done, and nothing was sent', async () => {
  const done = await run('enerflo.install.update-status', {
    install_id: '99999999',
    status_id: statusNamed('On Hold'),
  });
  expect(done).toMatchObject({ state: 'failed', error: { code: 'NOT_THERE' } });
  expect(sent('PUT')).toEqual([]);
});

test('a milestone that may write to the homeowner is completed only once somebody agreed to that', async () => {
  const { state } = office.enerflo;
  const { id } = anInstall();
  const milestone = state.milestonesOf(id).find((one) => {
    const definition = state.milestoneDefinitions.get(one.definitionId);
    return one.completedOn === null && definition?.notifyCustomer;
  });
  const input = {
    install_id: String(id),
    milestone_id: String(milestone?.id),
    completed_date: 'March 2, 2026',
  };
  const preview = await previewAction(office.as(jane), ask('enerflo.milestone.update', input));
  expect(preview.sideEffects).toEqual([expect.objectContaining({ code: 'emails-homeowner', agree: true })]);
  expect(preview.request?.body).toEqual({ completed_date: '2026-03-02' });
  const homeowner = state.customers.get(anInstall().customerId);
  expect(preview.about).toContain(homeowner?.lastName);
  await expect(run('enerflo.milestone.update', input)).rejects.toMatchObject({
    code: 'INVALID',
    fields: [expect.objectContaining({ field: 'agreed.emails-homeowner' })],
  });
  expect(sent('PUT')).toEqual([]);
  const done = await run('enerflo.milestone.update', input, { agreed: ['emails-homeowner'] });
  expect(done).toMatchObject({ state: 'done', readBack: 'same' });
});

test('a lead that looks like one already there is added only once somebody agreed to that', async () => {
  const lead = {
    first_name: 'Lynn',
    last_name: 'Kasper',
    email: 'lynn.kasper@example.com',
    phone: '(480) 555-0134',
    address: '12 Elm St',
    city: 'Tucson',
    state: 'arizona',
    zip: '85701',
  };
  const first = await run('enerflo.lead.add', lead);
  expect(first).toMatchObject({ state: 'done', readBack: 'same' });
  // Read by its number, a customer tells our id among those of all partners.
  const told = first.fields.filter(({ nowTold }) => !nowTold).map(({ field }) => field);
  expect(told).toEqual([]);
  const twin = { ...lead, email: 'kasper@example.com', address: '12 Elm Street' };
  const preview = await previewAction(office.as(jane), ask('enerflo.lead.add', twin));
  expect(preview.lookalikes[0]).toMatchObject({ alike: expect.arrayContaining(['phone']) });
  const posted = sent('POST').length;
  await expect(run('enerflo.lead.add', twin)).rejects.toMatchObject({
    code: 'INVALID',
    fields: [expect.objectContaining({ field: 'agreed.lookalikes' })],
  });
  expect(sent('POST')).toHaveLength(posted);
});

test('the webhook that our own write brings about tells the records nothing new', async () => {
  const { db } = office.database;
  const { id } = office.enerflo.state.setStatus(anInstall().id, 'Active');
  const statusId = statusNamed('On Hold');
  await run('enerflo.install.update-status', { install_id: String(id), status_id: statusId });
  const echo = {
    connectionId: office.connectionId,
    kind: 'enerflo.install',
    externalId: String(id),
    main: true,
    origin: 'event' as const,
    eventId: uuidv7(),
    arrivedAt: new Date(Date.now() + 2_000),
    clock: new Date(Date.now() + 2_000),
    fields: { statusId: Number(statusId), status: 'On Hold' },
  };
  const [effect] = await db.$transaction((tx) => storeObservations(tx, [echo]));
  expect(effect).toMatchObject({ changed: [], before: expect.objectContaining({ status: 'On Hold' }) });
});

test('opened from an event it is found there, and never across environments', async () => {
  const { db } = office.database;
  const cases = await anEvent('sandbox');
  const input = { install_id: String(anInstall().id), body: 'They stay with us' };
  const done = await run('enerflo.note.add', input, { eventId: cases });
  expect(done.recordKeys).toContain('sunnova.cancellation:case-1');
  const { items } = await listActions(db, { record: 'sunnova.cancellation:case-1', limit: 10 });
  expect(items.map((item) => item.id)).toEqual([done.id]);
  await expect(
    run('enerflo.note.add', { ...input, body: 'Not here' }, { eventId: await anEvent('production') }),
  ).rejects.toMatchObject({ code: 'INVALID' });
});

test('the times of an action and of its requests are all by the database, though our clock is ahead', async () => {
  globalThis.heliographClockOffset = -120_000;
  try {
    const { id } = await run('enerflo.note.add', { install_id: String(anInstall().id), body: 'On time' });
    const row = await office.database.db.action.findUniqueOrThrow({
      where: { id },
      include: { attempts: { orderBy: { number: 'asc' } } },
    });
    const times = [row.createdAt, ...row.attempts.map(({ endedAt }) => endedAt), row.settledAt];
    const span = times.map((time) => Number(time) - Number(row.createdAt));
    expect(Math.max(...span.map(Math.abs))).toBeLessThan(60_000);
  } finally {
    globalThis.heliographClockOffset = undefined;
  }
});

test('a clock in a zone that nobody said is asked for; one with an offset is read', async () => {
  const visit = (start: string) => ({ appointment_id: '1', customer_id: '1', start });
  const problems = async (start: string, timeZone?: string) => {
    const asked = { ...ask('enerflo.appointment.change', visit(start)), timeZone };
    return (await putRightAction(office.as(jane), asked)).problems.map(({ field }) => field);
  };
  expect(await problems('2026-03-02 9am')).toEqual(['start']);
  expect(await problems('2026-03-02 9am', 'America/Phoenix')).toEqual([]);
  expect(await problems('2026-03-02T09:00-07:00')).toEqual([]);
});

test('input that cannot be put right is said at its field, and nothing is sent', async () => {
  await expect(run('enerflo.note.add', { install_id: '1', body: '' })).rejects.toMatchObject({
    code: 'INVALID',
    fields: [expect.objectContaining({ field: 'input.body' })],
  });
  expect(office.enerflo.received.count()).toBe(0);
});
