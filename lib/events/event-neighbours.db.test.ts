import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { Prisma } from '#lib/db/generated/client.ts';
import { openTestIngest, type TestIngest } from '#lib/ingest/testing/test-ingest.ts';
import { updateCustomer, updateInstall } from '#lib/records/testing/enerflo-bodies.ts';
import { insertEvents } from '#lib/records/testing/insert-events.ts';
import { compareEvents } from './compare-events.ts';
import { copyDifferences } from './copy-differences.ts';
import { eventNeighbours, neighbourQuery } from './event-neighbours.ts';

let ingest: TestIngest;
const everything = { personal: true };

beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
});
afterAll(() => ingest.close());

const sentInstall = async (second: number, more: object) => {
  const answer = await ingest.enerflo({ ...updateInstall(7001, second, { status: 'On Hold' }), ...more });
  return answer.id;
};

test('the event before and after of the same record, and what changed since, in words', async () => {
  const { db } = ingest.database;
  const first = await sentInstall(1, {});
  await ingest.enerflo(updateCustomer(7001, 2, { city: 'Mesa' }));
  const second = await sentInstall(3, {
    status: { id: 6, name: 'Active' },
    current_milestone: { title: 'Permit' },
    office: { id: 12, name: null },
  });
  const other = await ingest.enerflo(updateInstall(7002, 4, { status: 'Other' }));
  const third = await sentInstall(5, { status: { id: 6, name: 'Active' } });

  const { previous, next } = await eventNeighbours(db, second, everything);
  expect([previous?.event.id, next?.id]).toEqual([first, third]);
  const told = previous?.since.fields.map(({ label, how, one, other: now }) => [label, how, one, now]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['Status', 'changed', 'On Hold', 'Active'],
      ['Current milestone', 'filled', null, 'Permit'],
      ['Office', 'emptied', 'Phoenix', null],
    ]),
  );
  expect(previous?.since.paths).toContainEqual({
    path: 'status.name',
    how: 'changed',
    one: 'On Hold',
    other: 'Active',
  });
  expect(await eventNeighbours(db, first, everything)).toMatchObject({
    previous: null,
    next: { id: second },
  });
  const last = await eventNeighbours(db, third, everything);
  expect(last).toMatchObject({ next: null });
  // The third says nothing of the milestone, which is not the same as emptying it.
  expect(last.previous?.since.fields).toContainEqual(
    expect.objectContaining({ label: 'Current milestone', how: 'not-told' }),
  );
  expect(await eventNeighbours(db, other.id, everything)).toEqual({ previous: null, next: null });
});

test('an event of no record has no neighbours, an unknown id is not found', async () => {
  const { id } = await ingest.crm({ nothing: 'here' }, {}, 'event=thing');
  expect(await eventNeighbours(ingest.database.db, id, everything)).toEqual({ previous: null, next: null });
  await expect(
    eventNeighbours(ingest.database.db, '01890000-0000-7000-8000-000000000000', everything),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('two events beside each other: same record or not, which is newer and by whose clock', async () => {
  const { db } = ingest.database;
  const late = await ingest.enerflo(updateInstall(7101, 9, { status: 'Active' }));
  const early = await ingest.enerflo(updateInstall(7101, 2, { status: 'On Hold' }));
  const comparison = await compareEvents(db, { id: late.id, other: early.id }, everything);
  // It arrived later and tells an earlier state.
  expect(comparison).toMatchObject({ sameRecord: true, newer: 'one', newerBy: 'sender' });
  expect(comparison.fields.map(({ label }) => label)).toEqual(['Status id', 'Status']);
  const elsewhere = await ingest.enerflo(updateCustomer(7101, 3, { city: 'Mesa' }));
  expect(await compareEvents(db, { id: late.id, other: elsewhere.id }, everything)).toMatchObject({
    sameRecord: false,
    newer: 'other',
    newerBy: 'arrival',
  });
  const whole = await compareEvents(db, { id: late.id, other: early.id, show: 'everything' }, everything);
  expect(whole.fields.length).toBeGreaterThan(comparison.fields.length);
  expect(whole.paths).toContainEqual(
    expect.objectContaining({ path: 'office.name', how: 'same', one: 'Phoenix' }),
  );
});

test('whoever may not see personal values is told that they differ, and not how', async () => {
  const { db } = ingest.database;
  const one = await ingest.enerflo({ ...updateCustomer(7201, 1, { city: 'Mesa' }), first_name: 'Quilla' });
  const other = await ingest.enerflo({ ...updateCustomer(7201, 2, { city: 'Mesa' }), first_name: 'Quillon' });
  const comparison = await compareEvents(db, { id: one.id, other: other.id }, { personal: false });
  expect(comparison.fields).toContainEqual(
    expect.objectContaining({ label: 'First name', how: 'changed', hidden: true, one: null, other: null }),
  );
  expect(comparison.paths).toContainEqual({
    path: 'first_name',
    how: 'changed',
    one: '[name]',
    other: '[name]',
  });
  expect(JSON.stringify(comparison)).not.toMatch(/quill/i);
});

test('how a copy differs from the first arrival', async () => {
  const { db } = ingest.database;
  const body = {
    ...updateInstall(7301, 1, { status: 'Active' }),
    agreement_url: 'https://f.example/a.pdf?Signature=1',
  };
  const { id } = await ingest.enerflo(body);
  await ingest.enerflo(body);
  await ingest.enerflo(JSON.stringify(Object.fromEntries(Object.entries(body).reverse()), null, 2));
  await ingest.enerflo({ ...body, agreement_url: 'https://f.example/a.pdf?Signature=2' });
  const copies = await db.eventCopy.findMany({ where: { eventId: id }, orderBy: { id: 'asc' } });
  const hows = await Promise.all(
    copies.map((copy) => copyDifferences(db, { id, copyId: copy.id }, everything)),
  );
  expect(hows.map(({ how }) => how)).toEqual(['identical', 'spelling', 'fields']);
  expect(hows[2]?.paths).toEqual([
    {
      path: 'agreement_url',
      how: 'changed',
      one: 'https://f.example/a.pdf?Signature=1',
      other: 'https://f.example/a.pdf?Signature=2',
    },
  ]);
  const hidden = await copyDifferences(db, { id, copyId: copies[2]?.id ?? '' }, { personal: false });
  expect(hidden.paths).toEqual([{ path: 'agreement_url', how: 'changed', one: '[link]', other: '[link]' }]);
  await expect(
    copyDifferences(db, { id: copies[0]?.id ?? '', copyId: id }, everything),
  ).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('neighbours are found by the index of account, record and arrival, among thousands of one homeowner too', async () => {
  const { db } = ingest.database;
  const connectionId = ingest.connections.enerflo;
  const many = Array.from({ length: 3_000 }, (_, at) => ({
    body: updateInstall(7400 + (at % 3), at, { status: 'A' }),
    at,
  }));
  const ids = await insertEvents(db, connectionId, many);
  await db.$executeRaw`ANALYZE event`;
  const receivedAt = new Date(Date.UTC(2024, 5, 1, 8, 0, 1_500));
  for (const side of ['before', 'after'] as const) {
    const asked = neighbourQuery(
      ids[1_500] ?? '',
      { connectionId, recordKey: 'enerflo.install:7400', receivedAt },
      side,
    );
    const plan = await db.$queryRaw<{ 'QUERY PLAN': string }[]>(
      Prisma.sql`EXPLAIN (ANALYZE, BUFFERS) ${asked}`,
    );
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).toContain('event_connection_id_record_key_received_at_idx');
    expect(text).not.toContain('Seq Scan');
  }
});
