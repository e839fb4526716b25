import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { createConnection, createEvent, testBox, testChanges } from '#lib/delivery/testing/factory.ts';
import { secretContext } from '#lib/destinations/save-destination.ts';
import { AppError } from '#lib/errors.ts';
import { type FlowInput, flowInputSchema } from './flow.schema.ts';
import { getFlow } from './get-flow.ts';
import { listFlows } from './list-flows.ts';
import { previewMapping } from './preview-mapping.ts';
import { saveFlow } from './save-flow.ts';
import { setFlowEnabled } from './set-flow-enabled.ts';

let database: TestDatabase;
let connection: string;
let crm: string;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  crm = await createConnection(database.db, 'crm');
});
beforeEach(async () => {
  connection = await createConnection(database.db, 'enerflo');
});
afterAll(() => database.close());

type Changes = Partial<Omit<FlowInput, 'destination'>> & { destination?: Partial<FlowInput['destination']> };
function input({ destination, ...changes }: Changes = {}): FlowInput {
  return {
    name: 'Contacts',
    connectionId: connection,
    eventTypes: ['enerflo.v1.new_customer'],
    rows: [{ target: 'email', source: { kind: 'record', record: 'enerflo.customer', field: 'email' } }],
    ordering: 'every',
    ...changes,
    destination: {
      name: 'CRM',
      method: 'POST',
      url: 'https://crm.example.com/contacts',
      headers: {},
      auth: 'bearer',
      secret: 'planted-token',
      repeatSafe: false,
      ...destination,
    },
  };
}
const save = (changes?: Changes, id?: string) => saveFlow(testChanges(database.db), input(changes), id);
const problem = (field: string) =>
  expect.objectContaining({ code: 'INVALID', fields: [expect.objectContaining({ field })] });
const sealedSecret = async (id: string) =>
  (await database.db.destination.findUniqueOrThrow({ where: { id } })).secret;

describe('saving a flow', () => {
  test('makes version 1 with its destination at the CRM account, the secret sealed and never told', async () => {
    const flow = await save();
    expect(flow).toMatchObject({
      enabled: true,
      version: 1,
      condition: null,
      source: 'enerflo',
      environment: 'production',
    });
    expect(flow.destination).toMatchObject({ connectionId: crm, hasSecret: true, auth: 'bearer' });
    const secret = await sealedSecret(flow.destination.id);
    expect(secret && testBox.open(secret, secretContext(flow.destination.id))).toBe('planted-token');
    const audit = await database.db.auditEntry.findMany({
      where: { subjectId: { in: [flow.id, flow.destination.id] } },
    });
    expect(audit.map(({ action }) => action).sort()).toEqual(['destination.create', 'flow.create']);
    expect(JSON.stringify([flow, audit, await listFlows(database.db)])).not.toContain('planted-token');
    expect((await listFlows(database.db)).map(({ id }) => id)).toContain(flow.id);
  });

  test('again makes a new version and keeps the old one, the destination and its secret', async () => {
    const first = await save();
    const second = await save(
      { name: 'Renamed', ordering: 'latest', destination: { secret: null, method: 'PUT' } },
      first.id,
    );
    expect(second).toMatchObject({ id: first.id, name: 'Renamed', version: 2, ordering: 'latest' });
    expect(second.destination).toMatchObject({ id: first.destination.id, method: 'PUT', hasSecret: true });
    const versions = await database.db.flowVersion.findMany({
      where: { flowId: first.id },
      orderBy: { number: 'asc' },
      include: { steps: true },
    });
    expect(versions.map(({ number, steps }) => [number, steps[0]?.ordering])).toEqual([
      [1, 'every'],
      [2, 'latest'],
    ]);
    const audit = await database.db.auditEntry.findFirstOrThrow({
      where: { subjectId: first.id, action: 'flow.change' },
    });
    expect(audit).toMatchObject({
      before: { name: 'Contacts', version: 1 },
      after: { name: 'Renamed', version: 2 },
    });
  });

  test('asks for the secret again when it would go elsewhere or be sent otherwise, and forgets it with the sign-in', async () => {
    const { id, destination } = await save();
    const kept = { secret: undefined };
    await expect(
      save({ destination: { ...kept, url: 'https://elsewhere.example.com/' } }, id),
    ).rejects.toEqual(problem('destination.secret'));
    await expect(save({ destination: { ...kept, auth: 'basic', username: 'u' } }, id)).rejects.toEqual(
      problem('destination.secret'),
    );
    await expect(save({ destination: kept })).rejects.toEqual(problem('destination.secret'));
    const moved = await save({ destination: { ...kept, url: 'https://crm.example.com/other' } }, id);
    expect(moved.destination.hasSecret).toBe(true);
    await save({ destination: { ...kept, auth: 'none' } }, id);
    expect(await sealedSecret(destination.id)).toBeNull();
  });

  test('keeps environments apart', async () => {
    const sandbox = await createConnection(database.db, 'enerflo', 'sandbox');
    await expect(save({ connectionId: sandbox })).rejects.toThrow(
      'There is no CRM account in the sandbox environment yet.',
    );
    const sandboxCrm = await createConnection(database.db, 'crm', 'sandbox');
    const flow = await save({ connectionId: sandbox });
    expect(flow.destination.connectionId).toBe(sandboxCrm);
    await expect(save({ connectionId: connection }, flow.id)).rejects.toEqual(problem('connectionId'));
    expect((await getFlow(database.db, flow.id)).connectionId).toBe(sandbox);
  });

  test('of a flow that is not there is refused', async () => {
    await expect(save({}, connection)).rejects.toBeInstanceOf(AppError);
  });

  test('at the same time by two people makes two versions', async () => {
    const { id } = await save();
    await Promise.all([save({ name: 'One' }, id), save({ name: 'Two' }, id)]);
    expect((await getFlow(database.db, id)).version).toBe(3);
  });
});

test('a flow is switched off and on once each, and the audit log has both', async () => {
  const { id } = await save();
  expect((await setFlowEnabled(testChanges(database.db), id, false)).enabled).toBe(false);
  await setFlowEnabled(testChanges(database.db), id, false);
  expect((await setFlowEnabled(testChanges(database.db), id, true)).enabled).toBe(true);
  const audit = await database.db.auditEntry.findMany({
    where: { subjectId: id, action: { in: ['flow.enable', 'flow.disable'] } },
    orderBy: { id: 'asc' },
  });
  expect(audit.map(({ action }) => action)).toEqual(['flow.disable', 'flow.enable']);
});

test('the form names what is wrong with an address, a header or a row', () => {
  const fieldOf = (changes: Changes) => {
    const parsed = flowInputSchema.safeParse(input(changes));
    return parsed.success ? null : parsed.error.issues[0]?.path.join('.');
  };
  expect(fieldOf({})).toBeNull();
  expect(fieldOf({ eventTypes: [] })).toBe('eventTypes');
  expect(fieldOf({ rows: [] })).toBe('rows');
  for (const url of [
    'crm',
    'ftp://crm.example.com',
    'https://u:p@crm.example.com',
    'https://crm.example.com/?api_key=1',
  ]) {
    expect(fieldOf({ destination: { url } })).toBe('destination.url');
  }
  for (const name of ['Authorization', 'X-Api-Key', 'Cookie', 'Host', 'Idempotency-Key']) {
    expect(fieldOf({ destination: { headers: { [name]: 'x' } } })).toBe(`destination.headers.${name}`);
  }
  expect(fieldOf({ destination: { auth: 'basic', username: null } })).toBe('destination.username');
  const constant = { kind: 'constant' as const, value: 1 };
  expect(
    fieldOf({
      rows: [
        { target: 'a', source: constant },
        { target: 'a.b', source: constant },
      ],
    }),
  ).toBe('rows.1.target');
});

describe('a preview', () => {
  const rows: FlowInput['rows'] = [
    { target: 'n', source: { kind: 'field', path: 'n' } },
    { target: 'who', source: { kind: 'record', record: 'enerflo.customer', field: 'id' } },
    { target: 'from', source: { kind: 'constant', value: 'Enerflo' } },
  ];

  test('uses the latest complete event of the account with the records it told of', async () => {
    const type = 'enerflo.v1.update_customer';
    await createEvent(database.db, connection, { type, payload: { n: 1 } });
    const latest = await createEvent(database.db, connection, { type, payload: { n: 2 } });
    await createEvent(database.db, connection, { type, payload: { n: 3 }, complete: false });
    const recordId = latest.id;
    await database.db.record.create({
      data: {
        id: recordId,
        connectionId: connection,
        kind: 'enerflo.customer',
        externalId: '88',
        fields: {},
        marks: {},
        firstSeenAt: new Date(),
        lastSeenAt: new Date(),
      },
    });
    await database.db.eventEffect.create({
      data: { eventId: latest.id, recordId, main: true, after: {}, changed: [], stale: [] },
    });
    const preview = await previewMapping(database.db, { connectionId: connection, type, rows });
    expect(preview.body).toEqual({ n: 2, who: '88', from: 'Enerflo' });
    expect(preview.origin).toMatchObject({ kind: 'event', eventId: latest.id });
  });

  test('falls back to the sample of the catalog, read as an event would be', async () => {
    const preview = await previewMapping(database.db, {
      connectionId: connection,
      type: 'enerflo.v1.new_customer',
      rows,
    });
    expect(preview.origin.kind).toBe('sample');
    expect(preview.body).toMatchObject({ who: expect.any(String), from: 'Enerflo' });
    const odd = await previewMapping(database.db, {
      connectionId: connection,
      type: 'enerflo.v1.not_heard_of',
      rows,
    });
    expect(odd).toMatchObject({ origin: { kind: 'none' }, body: { from: 'Enerflo' } });
  });
});
