import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openTestIngest, type TestIngest } from '#lib/ingest/testing/test-ingest.ts';
import { isJsonObject } from '#lib/json.ts';
import { applyWaiting } from './apply-waiting.ts';
import { getRecord } from './get-record.ts';
import { customerOf, milestoneUpdated, updateCustomer, updateInstall } from './testing/enerflo-bodies.ts';

const INSTALL = 4_453_459;
let ingest: TestIngest;
const everything = { personal: true };

beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
  const { enerflo } = ingest;
  await enerflo(updateInstall(INSTALL, 10, { status: 'Active', city: 'Mesa' }));
  await enerflo(updateCustomer(INSTALL, 20, { city: 'Tempe' }));
  await enerflo(milestoneUpdated(INSTALL, 30, { done: '2024-06-01' }));
  await enerflo(updateInstall(INSTALL, 40, { status: 'On Hold' }));
  await enerflo(updateInstall(INSTALL, 50, { status: 'On Hold' }));
  // Another job of another homeowner.
  await enerflo(updateInstall(INSTALL + 1, 10, { status: 'Active', city: 'Yuma' }));
  await applyWaiting(ingest.database.db);
});
afterAll(() => ingest.close());

async function idOf(kind: string, externalId: number): Promise<string> {
  const where = { kind, externalId: String(externalId) };
  return (await ingest.database.db.record.findFirstOrThrow({ where })).id;
}

test('a record tells each value with since when and by which event, and what changed', async () => {
  const { db } = ingest.database;
  const install = await getRecord(db, await idOf('enerflo.install', INSTALL), everything);
  expect(install).toMatchObject({
    kind: 'enerflo.install',
    label: 'Enerflo install',
    externalId: String(INSTALL),
    source: 'enerflo',
    environment: 'production',
    about: 'Ada Sample',
  });
  const status = install.fields.find(({ key }) => key === 'status');
  expect(status).toMatchObject({ value: 'On Hold', since: '2024-06-01T00:00:40.000Z', origin: 'event' });
  const told = await ingest.event(status?.eventId ?? '');
  expect(told.payload).toMatchObject({ status: { name: 'On Hold' } });
  const changes = install.changes.filter(({ key }) => key === 'status');
  expect(changes).toMatchObject([{ before: 'Active', after: 'On Hold', eventId: told.id }]);
});

test('what belongs to it is what it names and what names it, and nothing of another job', async () => {
  const { db } = ingest.database;
  const install = await getRecord(db, await idOf('enerflo.install', INSTALL), everything);
  expect(install.related.map(({ kind, about }) => [kind, about]).sort()).toEqual([
    ['enerflo.customer', 'Ada Sample'],
    ['enerflo.milestone', 'Permit'],
  ]);
  expect(install.related.find(({ kind }) => kind === 'enerflo.milestone')).toMatchObject({
    standing: { word: 'completed', on: '2024-06-01' },
    place: 1,
    deletedAt: null,
  });
  const customer = await getRecord(db, await idOf('enerflo.customer', customerOf(INSTALL)), everything);
  expect(customer.related.map(({ kind }) => kind)).toContain('enerflo.install');
  const milestone = await getRecord(db, await idOf('enerflo.milestone', INSTALL + 700_000), everything);
  expect(milestone.related.map(({ kind, externalId }) => [kind, externalId])).toEqual([
    ['enerflo.install', String(INSTALL)],
  ]);
});

test('what is deleted says so where it belongs, and how a milestone stands is no secret', async () => {
  const { enerflo, database } = ingest;
  const id = INSTALL + 2;
  const deleted = '2024-06-01 00:01:40';
  await enerflo(updateInstall(id, 10, { status: 'Active' }));
  await enerflo({
    webhook_event: 'new_install_note',
    id: id + 900_000,
    install_id: id,
    note: 'Gate code 4711',
    timestamps: { created_at: '2024-06-01 00:00:20', updated_at: deleted, deleted_at: deleted },
  });
  const { body } = milestoneUpdated(id, 30, { done: null });
  if (!isJsonObject(body) || !isJsonObject(body.details)) throw new Error('The milestone has another form.');
  const details = { ...body.details, estimated_completion_date: '2024-07-15' };
  await enerflo({ body: { ...body, details } });
  await applyWaiting(database.db);
  const install = await getRecord(database.db, await idOf('enerflo.install', id), { personal: false });
  const related = (kind: string) => install.related.find((one) => one.kind === kind);
  expect(related('enerflo.note')).toMatchObject({ deletedAt: '2024-06-01T00:01:40.000Z', about: null });
  expect(related('enerflo.milestone')).toMatchObject({ standing: { word: 'due', on: '2024-07-15' } });
});

test('without the right to personal values they are hidden, what is plain stays', async () => {
  const { db } = ingest.database;
  const id = await idOf('enerflo.customer', customerOf(INSTALL));
  const customer = await getRecord(db, id, { personal: false });
  expect(JSON.stringify(customer)).not.toMatch(/Ada|Sample|example\.com|Tempe|Mesa/);
  const field = (key: string) => customer.fields.find((one) => one.key === key);
  expect(field('email')).toMatchObject({ value: null, hidden: true });
  expect(field('state')).toMatchObject({ value: 'AZ', hidden: false });
  expect(customer.changes).toContainEqual(
    expect.objectContaining({ key: 'city', before: null, after: null, hidden: true }),
  );
});

test('what only looks personal in a plain field is masked, as at the event', async () => {
  const { enerflo, database } = ingest;
  const body = updateCustomer(77, 20, { city: 'Tempe' });
  await enerflo({ ...body, external_id: 'jane.doe@mailbox.example' });
  await applyWaiting(database.db);
  const shown = await getRecord(database.db, await idOf('enerflo.customer', customerOf(77)), {
    personal: false,
  });
  expect(shown.fields.map(({ key }) => key)).toContain('externalId');
  expect(JSON.stringify(shown)).not.toContain('jane.doe');
});

test('an id of which nothing is kept is not found', async () => {
  await expect(getRecord(ingest.database.db, ingest.connections.crm, everything)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});
