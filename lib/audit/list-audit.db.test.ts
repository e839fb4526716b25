import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import Papa from 'papaparse';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createApiToken } from '#lib/auth/api-token.ts';
import { startSession } from '#lib/auth/sessions.ts';
import { addPerson, requestFrom } from '#lib/auth/testing/people.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { AuditFilter } from './audit.contract.ts';
import { type Actor, type AuditRecord, recordAudit, systemActor } from './audit.ts';
import { exportAudit } from './export-audit.ts';
import { listActors } from './list-actors.ts';
import { getAuditEntry, listAudit } from './list-audit.ts';

let database: TestDatabase;
let ada: Actor;
let ben: Actor;
let nightly: Actor;
const flowId = uuidv7();

/** Ada, Ben and a token do a few things; what each did is known by its request id. */
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  const { db } = database;
  ada = await addPerson(db, { email: 'ada.lind@example.com', role: 'admin' });
  ben = await addPerson(db, { email: 'ben@example.com', role: 'editor' });
  await db.user.update({ where: { id: ada.id ?? '' }, data: { name: 'Ada Lind' } });
  await db.user.update({ where: { id: ben.id ?? '' }, data: { name: 'Ben 100% Oak' } });
  const made = await db.$transaction((tx) => createApiToken(tx, { name: 'Nightly', role: 'viewer' }, ada));
  nightly = { kind: 'token', id: made.id, name: 'Nightly', role: 'viewer' };
  const connectionId = uuidv7();
  await db.connection.create({
    data: { id: connectionId, source: 'enerflo', environment: 'production', name: 'Oslo' },
  });
  await db.flow.create({ data: { id: flowId, connectionId, name: 'New installs' } });
  await note('r1', { actor: ada, action: 'flow.create', subjectKind: 'flow', subjectId: flowId });
  await note('r2', {
    actor: ben,
    action: 'flow.publish',
    subjectKind: 'flow',
    subjectId: flowId,
    before: { number: 1 },
    after: { number: 2 },
  });
  await note('r3', { actor: nightly, action: 'event.export', subjectKind: 'event', after: { note: '=1+1' } });
  await note('r4', {
    actor: systemActor('seed'),
    action: 'connection.create',
    subjectKind: 'connection',
    subjectId: connectionId,
  });
  await note('r5', {
    actor: ada,
    action: 'setting.change',
    subjectKind: 'setting',
    subjectId: 'outboundAllow',
    before: [],
    after: ['10.0.0.0/8'],
  });
});
afterAll(() => database.close());

const note = (requestId: string, record: Omit<AuditRecord, 'requestId'>) =>
  database.db.$transaction((tx) => recordAudit(tx, { ...record, requestId, address: '203.0.113.7' }));

/** The request ids of what fits, newest first; the token that was made at the start has none. */
async function fitting(filter: AuditFilter): Promise<(string | null)[]> {
  const { items } = await listAudit(database.db, { ...filter, limit: 50 });
  return items.map(({ requestId }) => requestId);
}

test('who, what, which thing and which request narrow the log down, newest first', async () => {
  expect(await fitting({})).toEqual(['r5', 'r4', 'r3', 'r2', 'r1', null]);
  expect(await fitting({ actorKind: 'token' })).toEqual(['r3']);
  expect(await fitting({ actorKind: 'system' })).toEqual(['r4']);
  expect(await fitting({ actorId: ben.id ?? '' })).toEqual(['r2']);
  expect(await fitting({ action: 'flow.publish' })).toEqual(['r2']);
  expect(await fitting({ action: 'flow' })).toEqual(['r2', 'r1']);
  expect(await fitting({ action: 'unheard of' })).toEqual([]);
  expect(await fitting({ subjectKind: 'flow', subjectId: flowId })).toEqual(['r2', 'r1']);
  expect(await fitting({ requestId: 'r4' })).toEqual(['r4']);
  expect(await fitting({ actorId: ada.id ?? '', action: 'setting' })).toEqual(['r5']);
});

test('a name or an id finds who acted and what was acted on', async () => {
  expect(await fitting({ q: 'ada l' })).toEqual(['r5', 'r1', null]);
  expect(await fitting({ q: 'ADA.LIND@' })).toEqual(['r5', 'r1', null]);
  expect(await fitting({ q: '100%' })).toEqual(['r2']);
  expect(await fitting({ q: 'new inst' })).toEqual(['r2', 'r1']);
  expect(await fitting({ q: flowId.toUpperCase() })).toEqual(['r2', 'r1']);
  expect(await fitting({ q: 'nightly' })).toEqual(['r3', null]);
  expect(await fitting({ q: 'outboundAllow' })).toEqual(['r5']);
  expect(await fitting({ q: 'r3' })).toEqual(['r3']);
  expect(await fitting({ q: 'nobody' })).toEqual([]);
});

test('a time range takes in its start and leaves out its end', async () => {
  const { items } = await listAudit(database.db, { limit: 50 });
  const at = (requestId: string) => items.find((item) => item.requestId === requestId)?.at ?? '';
  expect(await fitting({ from: at('r2'), to: at('r4') })).toEqual(
    items.filter((item) => item.at >= at('r2') && item.at < at('r4')).map(({ requestId }) => requestId),
  );
  expect(await fitting({ to: '2020-01-01T00:00:00Z' })).toEqual([]);
  expect(await fitting({ from: '2020-01-01T00:00:00+02:00' })).toHaveLength(6);
});

test('pages join without a gap or a repeat, and an entry says all it knows in words', async () => {
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAudit(database.db, { limit: 2, cursor });
    seen.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(seen).toEqual((await listAudit(database.db, { limit: 50 })).items.map(({ id }) => id));
  const [published] = (await listAudit(database.db, { requestId: 'r2', limit: 1 })).items;
  expect(published).toMatchObject({
    words: 'Published a version of a flow',
    subject: { kind: 'flow', id: flowId, name: 'New installs' },
    actor: { kind: 'user', id: ben.id },
    before: { number: 1 },
    after: { number: 2 },
    address: '203.0.113.7',
  });
  expect(await getAuditEntry(database.db, published?.id ?? '')).toEqual(published);
  await expect(getAuditEntry(database.db, uuidv7())).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('a session is called by its person', async () => {
  const { db } = database;
  if (ada.kind !== 'user') throw new Error('Ada is a person');
  const [user, source] = [ada, { ...requestFrom('203.0.113.7'), requestId: 'r6' }];
  await db.$transaction((tx) => startSession(tx, user, source));
  const { items } = await listAudit(db, { requestId: 'r6', limit: 1 });
  expect(items[0]).toMatchObject({ words: 'Signed in', subject: { kind: 'session', name: 'Ada Lind' } });
});

test('whom the filter offers: people and tokens by name', async () => {
  expect((await listActors(database.db)).map(({ kind, name }) => [kind, name])).toEqual([
    ['user', 'Ada Lind'],
    ['user', 'Ben 100% Oak'],
    ['token', 'Nightly'],
  ]);
});

test('the export has every entry that fits, over many pages, and nothing a spreadsheet would run', async () => {
  const { db } = database;
  const at = new Date('2026-01-01T00:00:00Z');
  await db.auditEntry.createMany({
    data: Array.from({ length: 1_201 }, () => ({
      id: uuidv7(),
      at,
      actorKind: 'system',
      actorName: '=cmd()',
      action: 'event.apply',
      subjectKind: 'event',
      after: { note: '=1+1' },
    })),
  });
  const all = (format: 'jsonl' | 'csv') => text(Readable.from(exportAudit(db, { action: 'event' }, format)));
  const lines = (await all('jsonl')).trimEnd().split('\n');
  expect(lines).toHaveLength(1_202);
  expect(new Set(lines.map((line) => JSON.parse(line).id)).size).toBe(1_202);
  const rows = Papa.parse<Record<string, string>>(await all('csv'), {
    header: true,
    skipEmptyLines: true,
  }).data;
  expect(rows).toHaveLength(1_202);
  expect(rows[0]).toMatchObject({
    actorName: "'=cmd()",
    words: 'Had an event tried again',
    after: '{"note":"=1+1"}',
  });
});
