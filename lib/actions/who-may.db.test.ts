import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { systemActor } from '#lib/audit/audit.ts';
import { createApiToken } from '#lib/auth/api-token.ts';
import { allows, type Role, roles } from '#lib/auth/roles.ts';
import { answerApi } from '#lib/http/api/answer-api.ts';
import { createIngestContext } from '#lib/ingest/ingest-context.ts';
import { operations } from '#lib/operations/registry.ts';
import { writeSetting } from '#lib/settings/settings.ts';
import { requireOperation } from './require-operation.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
const tokens = new Map<Role, string>();
/** A homeowner whom nobody else is called like. */
const lead = {
  first_name: 'Quillon',
  last_name: 'Featherstonehaugh',
  email: 'quillon.f@plantedmail.example',
  phone: '(480) 555-0134',
  address: '77 Zanzibar Way',
  city: 'Plantedville',
  state: 'Arizona',
  zip: '85299',
};
const leak = /quillon|featherstone|plantedmail|555.?0134|zanzibar|plantedville|85299/i;

beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
  const { database } = office;
  const { box } = office.as(systemActor('test'));
  const ingest = createIngestContext(database.db, box, 300);
  globalThis.heliographServices = { ...database, box, ingest, stopping: new AbortController() };
  for (const role of roles) {
    const made = await database.db.$transaction((tx) =>
      createApiToken(tx, { name: `a ${role}`, role }, systemActor('test')),
    );
    tokens.set(role, made.token);
  }
});
afterAll(() => office.close());

async function call(role: Role, method: string, path: string, body?: object) {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${tokens.get(role) ?? ''}`,
  };
  const request = new Request(`http://localhost:3000/api${path}`, {
    method,
    headers,
    body: body && JSON.stringify(body),
  });
  const answer = await answerApi(request);
  return { status: answer.status, text: await answer.text() };
}

const asked = (operation: string, input: object) => ({ connectionId: office.connectionId, operation, input });

test('each operation is for those whose role it asks for, and for nobody below', () => {
  for (const operation of operations) {
    for (const role of roles) {
      const ask = () => requireOperation(operation.name, operation.kind, office.person('Jane', role));
      if (allows(role, operation.role)) expect(ask()).toBe(operation);
      else expect(ask).toThrow(/needs the role/);
    }
  }
});

test('a viewer sees what can be done and what was done, and does nothing', async () => {
  const { status, text } = await call('viewer', 'GET', '/operations');
  expect(status).toBe(200);
  expect(text).toContain('"enerflo.note.add"');
  expect(text).toContain('"$schema"');
  const run = await call('viewer', 'POST', '/actions', {
    ...asked('enerflo.lead.add', lead),
    idempotencyKey: uuidv7(),
  });
  expect(run.status).toBe(403);
  expect(office.enerflo.received.count()).toBe(0);
});

test('a read gives what came, and is no action; through the wrong door it is refused', async () => {
  const read = await call('operator', 'POST', '/operations/read', asked('enerflo.status.list', {}));
  expect(read).toMatchObject({ status: 200, text: expect.stringContaining('On Hold') });
  const wrong = await call('operator', 'POST', '/actions/preview', asked('enerflo.status.list', {}));
  expect(wrong.status).toBe(422);
  expect(await office.database.db.action.count()).toBe(0);
});

test('nothing personal of an action reaches a viewer from whom it is hidden', async () => {
  const { db } = office.database;
  const key = uuidv7();
  const run = await call('operator', 'POST', '/actions', {
    ...asked('enerflo.lead.add', lead),
    idempotencyKey: key,
  });
  expect(run).toMatchObject({ status: 200, text: expect.stringMatching(leak) });
  const { id } = z.object({ id: z.string(), state: z.literal('done') }).parse(JSON.parse(run.text));
  // What Enerflo said of it may name them as well.
  const said = { code: 'REFUSED', text: 'No.', whatToDo: 'Ask.', said: 'Quillon is there already' };
  await db.action.update({ where: { id }, data: { error: said } });
  await db.$transaction((tx) => writeSetting(tx, 'hidePersonalFromViewers', true));
  for (const path of ['/actions', `/actions/${id}`]) {
    expect((await call('operator', 'GET', path)).text).toMatch(leak);
    const hidden = await call('viewer', 'GET', path);
    expect(hidden.status).toBe(200);
    expect(hidden.text).not.toMatch(leak);
    expect(hidden.text).toContain('Add a lead');
  }
});

test('the list is narrowed down by account, operation, state, record, person, bulk and time', async () => {
  const all = z.object({ items: z.array(z.object({ id: z.string(), about: z.string().nullable() })) });
  const list = async (query: string) => {
    const { status, text } = await call('operator', 'GET', `/actions?${query}`);
    return status === 200 ? all.parse(JSON.parse(text)).items.length : status;
  };
  const [row] = await office.database.db.action.findMany();
  expect(await list(`connectionId=${office.connectionId}&operation=enerflo.lead.add&state=done`)).toBe(1);
  expect(await list(`record=${row?.recordKeys[0] ?? ''}&actorId=${row?.actorId ?? ''}`)).toBe(1);
  expect(await list(`to=${new Date(0).toISOString()}`)).toBe(0);
  expect(await list('state=failed')).toBe(0);
  expect(await list(`bulkId=${uuidv7()}`)).toBe(0);
  expect(await list('from=yesterday')).toBe(422);
});
