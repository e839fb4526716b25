import Papa from 'papaparse';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import { type Database, openDatabase } from '#lib/db/database.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { insertConnection, insertEvents, type TestEvent } from '#lib/records/testing/insert-events.ts';
import { writeSetting } from '#lib/settings/settings.ts';
import { exportEvents } from './export-events.ts';
import { exportLines } from './export-lines.ts';
import { handleEvents } from './handle-events.ts';

let database: TestDatabase;
let aside: Database;
const ada: Actor = { kind: 'user', id: uuidv7(), name: 'Ada Example', role: 'operator' };
const viewer: Actor = { kind: 'token', id: uuidv7(), name: 'a program', role: 'viewer' };
/** Of two kinds, so that each test has events of its own by their type. */
const many = 'enerflo.v1.new_customer';
const few = 'enerflo.v1.update_customer';
let ids: string[];
let fewIds: string[];

const customer = (id: number, more: object = {}) => ({
  webhook_event: 'new_customer',
  id,
  first_name: 'Sol',
  last_name: `Sample${id}`,
  email: `sol${id}@example.com`,
  mobile: '555-010-0123',
  timestamps: { updated_at: '2026-01-02 10:00:00' },
  ...more,
});

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  aside = openDatabase(database.url, { connections: 1 });
  const connection = await insertConnection(database.db);
  const bodies = Array.from({ length: 3_000 }, (_, at): TestEvent => ({ body: customer(at), at }));
  ids = await insertEvents(database.db, connection, bodies);
  const odd = [
    customer(1, { first_name: '=HYPERLINK("https://evil.example")', last_name: '"quoted", and\nbroken' }),
    customer(2, { first_name: '＠SUM(A1)', last_name: '<script>\u202Etxt' }),
    customer(3, { first_name: 'x'.repeat(40_000), last_name: 'Long' }),
  ];
  fewIds = await insertEvents(
    database.db,
    connection,
    odd.map((body, at) => ({ body: { ...body, webhook_event: 'update_customer' }, at, byteSize: 3_000_000 })),
  );
  await handleEvents(context(ada), { ids: fewIds.slice(0, 1), note: '=1+1' });
});
afterAll(async () => {
  await aside.close();
  await database.close();
});

const context = (actor: Actor) => ({ db: database.db, audit: recordAudit, actor, requestId: 'request-1' });
const download = (query: string, actor: Actor = ada) =>
  exportEvents(context(actor), new URLSearchParams(query));

async function lines(response: Response): Promise<Record<string, unknown>[]> {
  const text = await response.text();
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}
async function table(response: Response): Promise<Record<string, string>[]> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), {
    header: true,
    skipEmptyLines: true,
  }).data;
}

test('lines of JSON hold every event once, newest first, with what was read of it and its data', async () => {
  const response = await download(`format=jsonl&type=${many}`);
  expect(response.headers.get('content-disposition')).toMatch(/filename="events-\d{4}-\d\d-\d\d\.jsonl"/);
  const events = await lines(response);
  expect(events.map(({ id }) => id)).toEqual([...ids].reverse());
  expect(events[0]).toMatchObject({
    type: many,
    label: 'New customer',
    records: [{ kind: 'enerflo.customer', id: '2999', fields: { email: 'sol2999@example.com' } }],
    payload: { id: 2999, first_name: 'Sol' },
  });
  const [bare] = await lines(await download(`format=jsonl&payload=no&ids=${ids[0]},${ids[1]}`));
  expect(bare).toMatchObject({ id: ids[1] });
  expect(bare).not.toHaveProperty('payload');
});

test('a table for a spreadsheet: times in the reader’s zone, fields of one type, nothing that runs', async () => {
  const rows = await table(await download(`format=csv&type=${few}&zone=America/Phoenix`));
  expect(rows.map(({ Id }) => Id)).toEqual([...fewIds].reverse());
  const [long, second, first] = rows;
  expect(first).toMatchObject({
    'Received (ISO 8601)': '2024-06-01T08:00:00.000Z',
    'Received (America/Phoenix)': '2024-06-01 01:00:00',
    Outcome: 'Waiting',
    'Handled by': 'Ada Example',
    'Handling note': "'=1+1",
    'Enerflo customer: First name': `'=HYPERLINK("https://evil.example")`,
    'Enerflo customer: Last name': '"quoted", and\nbroken',
  });
  expect(second).toMatchObject({
    'Enerflo customer: First name': "'＠SUM(A1)",
    'Enerflo customer: Last name': '<script>\u202Etxt',
  });
  expect(long?.['Enerflo customer: First name']).toMatch(/^x{32000}… \(cut; .*all 40000 characters\)$/);
  const plain = await table(await download(`format=csv&ids=${fewIds.join('&ids=')}`));
  expect(Object.keys(plain[0] ?? {})).not.toContain('Enerflo customer: First name');
  expect(plain).toHaveLength(3);
});

test('somebody who may not see personal values gets none, in either form', async () => {
  await writeSetting(database.db, 'hidePersonalFromViewers', true);
  for (const query of [`format=jsonl&type=${many}`, `format=csv&type=${many}`, `format=csv&ids=${ids[7]}`]) {
    const text = await (await download(query, viewer)).text();
    expect(text).not.toMatch(/Sample\d|@example|555-010|5550100123/);
    expect(text).toContain(ids[7]);
  }
  await writeSetting(database.db, 'hidePersonalFromViewers', false);
  expect(await (await download(`format=csv&ids=${ids[7]}`, viewer)).text()).toContain('Sample7');
});

test('an export is audited before it leaves; one that is not right is refused in words', async () => {
  await download(`format=csv&type=${few}&outcome=`);
  const [entry] = await database.db.auditEntry.findMany({
    where: { action: 'event.export' },
    orderBy: { id: 'desc' },
    take: 1,
  });
  expect(entry).toMatchObject({ actorName: 'Ada Example', after: { format: 'csv', filter: { type: few } } });
  for (const query of [
    '',
    'format=xml',
    'format=csv&colour=red',
    'format=csv&ids=1',
    'format=csv&zone=Mars/One',
  ])
    await expect(download(query), query).rejects.toMatchObject({ code: 'INVALID' });
  expect(await (await download('format=jsonl&source=crm')).text()).toBe('');
  expect((await (await download('format=csv&source=crm')).text()).split('\r\n')).toHaveLength(2);
});

/** Long enough for the database to have answered what was asked of it; on a connection that is not counted. */
const untilQuiet = () => aside.pool.query('SELECT pg_sleep(0.2)');

test('it reads only as fast as it is taken, and no further when the reader goes', async () => {
  let queries = 0;
  const count = () => queries++;
  database.pool.on('acquire', count);
  const body = (await download(`format=jsonl&type=${many}`)).body?.getReader();
  await body?.read();
  const whole = 3_000 / 200;
  await untilQuiet();
  const afterOne = queries;
  expect(afterOne).toBeLessThan(whole);
  await body?.read();
  await untilQuiet();
  expect(queries - afterOne).toBeLessThan(10);
  await body?.cancel();
  const afterCancel = queries;
  await untilQuiet();
  expect(queries).toBe(afterCancel);
  database.pool.off('acquire', count);

  // Large data are read one by one, however many stand on a page of the list.
  const sizes: number[] = [];
  const choice = { filter: { type: few }, format: 'jsonl', payload: true, timeZone: 'UTC' } as const;
  for await (const piece of exportLines(database.db, choice, { personal: true }))
    sizes.push(piece.trim().split('\n').length);
  expect(sizes).toEqual([1, 1, 1]);
});

test('what fails on the way breaks the file off, so that half of it never looks whole', async () => {
  const reader = (await download(`format=csv&type=${many}`)).body?.getReader();
  await reader?.read();
  await database.pool.query('ALTER TABLE event RENAME TO event_away');
  const rest = async () => {
    while (!(await reader?.read())?.done);
  };
  await expect(rest()).rejects.toThrow();
  await database.pool.query('ALTER TABLE event_away RENAME TO event');
});

test('a file that was cut says so in its last line', async () => {
  const choice = { filter: { type: many }, payload: false, timeZone: 'UTC' };
  const cut = async (format: 'csv' | 'jsonl') => {
    let text = '';
    for await (const piece of exportLines(database.db, { ...choice, format }, { personal: true }, 250))
      text += piece;
    return text.trim().split(/\r?\n/);
  };
  expect(await cut('jsonl')).toHaveLength(251);
  expect((await cut('jsonl')).at(-1)).toContain('Cut after 250 events');
  expect((await cut('csv')).at(-1)).toContain('Cut after 250 events');
});
