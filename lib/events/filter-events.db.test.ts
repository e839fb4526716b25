import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Source } from '#lib/catalog/event-type.ts';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import { idAt } from '#lib/db/id-at.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { countEvents } from './count-events.ts';
import { type EventFilter, listEvents } from './list-events.ts';
import { searchRow } from './search-row.ts';

let database: TestDatabase;

/** An event with all that filters look at; `terms` are the texts that find it. */
type Sample = {
  id: string;
  connection: string;
  source: Source;
  environment: 'production' | 'sandbox';
  type: string;
  known: boolean;
  receivedAt: number;
  outcome: string;
  copies: boolean;
  handled: boolean;
  address: string;
  records: string[];
  status: string;
};

const samples: Sample[] = [];
const accounts = (['enerflo', 'enerflo', 'sunnova', 'crm'] as const).map((source, index) => ({
  id: uuidv7(),
  source,
  environment: index % 2 ? ('sandbox' as const) : ('production' as const),
}));
const homeowners = ['ada castillo', 'ben dahl', 'eva castillo'].map((name) => ({ name, id: uuidv7() }));
const types = [
  'enerflo.v1.update_install',
  'enerflo.v1.new_install',
  'enerflo.v2.deal.created',
  'crm.contact',
  'roof_inspected',
];
const outcomes = ['ignored', 'delivered', 'failed'];
const addresses = ['203.0.113.7', '198.51.100.9'];
const statuses = ['Active', 'On Hold'];
const start = Date.parse('2026-03-01T10:00:00Z');
const minutes = 200;

/** One event a minute; what each has repeats at lengths that have no common divisor, so that all combinations occur. */
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  const { db } = database;
  await db.connection.createMany({ data: accounts.map((account) => ({ ...account, name: account.id })) });
  const handling = uuidv7();
  await db.handling.create({ data: { id: handling, actorName: 'Ada' } });
  const now = new Date(start);
  await db.record.createMany({
    data: homeowners.map(({ id }, index) => ({
      id,
      connectionId: at(accounts, index).id,
      kind: 'enerflo.customer',
      externalId: String(index),
      fields: {},
      marks: [],
      firstSeenAt: now,
      lastSeenAt: now,
    })),
  });
  await db.recordWord.createMany({
    data: homeowners.map(({ id, name }, index) => ({
      recordId: id,
      connectionId: at(accounts, index).id,
      kind: 'name',
      value: name,
    })),
  });
  for (let minute = 0; minute < minutes; minute++) {
    const receivedAt = start + minute * 60_000;
    const account = at(accounts, minute * 7);
    const homeowner = at(homeowners, minute);
    samples.push({
      id: `${idAt(receivedAt).slice(0, 19)}${uuidv7().slice(19)}`,
      connection: account.id,
      source: account.source,
      environment: account.environment,
      type: at(types, minute),
      known: minute % 11 !== 0,
      receivedAt,
      outcome: at(outcomes, Math.floor(minute / 3)),
      copies: minute % 13 === 0,
      handled: minute % 5 < 2,
      address: at(addresses, Math.floor(minute / 2)),
      // As the worker has it, whose records are of the event's own account.
      records: account.id === at(accounts, minute % 3).id ? [homeowner.id] : [],
      status: at(statuses, Math.floor(minute / 4)),
    });
  }
  await db.event.createMany({ data: samples.map(eventRow) });
  await db.eventState.createMany({
    data: samples.map((sample) => ({
      eventId: sample.id,
      shard: 0,
      outcome: sample.outcome,
      receivedCount: sample.copies ? 2 : 1,
      lastReceivedAt: new Date(sample.receivedAt),
      handlingId: sample.handled ? handling : null,
    })),
  });
  await db.eventEffect.createMany({
    data: samples.flatMap((sample) =>
      sample.records.map((recordId) => ({
        eventId: sample.id,
        recordId,
        main: true,
        after: {},
        changed: [],
        stale: [],
      })),
    ),
  });
  await db.eventSearch.createMany({
    data: samples.map((sample) =>
      searchRow({
        id: sample.id,
        type: sample.type,
        known: false,
        remoteAddress: sample.address,
        payload: payloadOf(sample),
        reading: { ids: [{ kind: 'roof', label: 'Roof', value: roofOf(sample) }] },
        told: [],
      }),
    ),
  });
});
afterAll(() => database.close());

function eventRow(sample: Sample) {
  return {
    id: sample.id,
    connectionId: sample.connection,
    endpointId: sample.connection,
    type: sample.type,
    known: sample.known,
    envelope: 'none',
    receivedAt: new Date(sample.receivedAt),
    complete: true,
    remoteAddress: sample.address,
    query: '',
    headers: {},
    payload: payloadOf(sample),
    warnings: [],
    contentHash: Buffer.from(sample.id),
    byteSize: 0,
    bodyId: sample.id,
  };
}

const payloadOf = (sample: Sample) => ({ status: { name: sample.status } });
/** Three roofs, so that an id is of many events. */
const roofOf = (sample: Sample) => `roof-${Math.floor(sample.receivedAt / 60_000) % 3}`;

function at<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('an empty list');
  return item;
}

/** What `q` asks for, said in JavaScript. */
const texts: Record<string, (sample: Sample) => boolean> = {
  castillo: ({ records }) => records.some((id) => [homeowners[0]?.id, homeowners[2]?.id].includes(id)),
  'ben dahl': ({ records }) => records.includes(homeowners[1]?.id ?? ''),
  'roof-1': (sample) => roofOf(sample) === 'roof-1',
  'status.name = on hold': ({ status }) => status === 'On Hold',
  'nobody at all': () => false,
};

const instant = fc
  .integer({ min: -10, max: minutes + 10 })
  .map((minute) => new Date(start + minute * 60_000).toISOString());
const sometimes = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const filters: fc.Arbitrary<EventFilter> = fc
  .record({
    source: sometimes(fc.constantFrom('enerflo', 'sunnova', 'crm')),
    environment: sometimes(fc.constantFrom('production', 'sandbox')),
    connection: sometimes(fc.constantFrom(...accounts.map(({ id }) => id), uuidv7())),
    type: sometimes(fc.constantFrom(...types, 'never.heard')),
    stage: sometimes(fc.constantFrom('guide step 2', 'guide step 3.2', 'guide step 99')),
    outcome: sometimes(fc.constantFrom(...outcomes, 'copies', 'not-recognised')),
    handled: sometimes(fc.constantFrom('yes', 'no')),
    q: sometimes(fc.constantFrom(...Object.keys(texts))),
    from: sometimes(instant),
    to: sometimes(instant),
    address: sometimes(fc.constantFrom(...addresses, '192.0.2.1')),
    record: sometimes(fc.constantFrom(...homeowners.map(({ id }) => id))),
    ids: fc.option(
      fc
        .integer({ min: 0, max: 20 })
        .map((step) => samples.filter((_, index) => index % 21 === step).map(({ id }) => id)),
      { nil: undefined, freq: 9 },
    ),
  })
  .filter(({ q, type }) => !q?.includes('=') || type !== undefined) as fc.Arbitrary<EventFilter>;

/** The same filter without an index, a plan or a page. */
function fits(sample: Sample, filter: EventFilter): boolean {
  const { outcome } = filter;
  return [
    filter.source === undefined || sample.source === filter.source,
    filter.environment === undefined || sample.environment === filter.environment,
    filter.connection === undefined || sample.connection === filter.connection,
    filter.type === undefined || sample.type === filter.type,
    filter.stage === undefined || eventTypeNamed(sample.type)?.guideStage === filter.stage,
    outcome === undefined ||
      (outcome === 'copies'
        ? sample.copies
        : outcome === 'not-recognised'
          ? !sample.known
          : sample.outcome === outcome),
    filter.handled === undefined || sample.handled === (filter.handled === 'yes'),
    filter.q === undefined || texts[filter.q]?.(sample),
    filter.from === undefined || sample.receivedAt >= Date.parse(filter.from),
    filter.to === undefined || sample.receivedAt < Date.parse(filter.to),
    filter.address === undefined || sample.address === filter.address,
    filter.record === undefined || sample.records.includes(filter.record),
    filter.ids === undefined || filter.ids.includes(sample.id),
  ].every(Boolean);
}

test('every combination of filters gives what it says, page after page, and counts as many', async () => {
  const seeing = { personal: true };
  await fc.assert(
    fc.asyncProperty(filters, fc.integer({ min: 1, max: 40 }), async (filter, limit) => {
      const wanted = samples
        .filter((sample) => fits(sample, filter))
        .map(({ id }) => id)
        .reverse();
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await listEvents(database.db, { ...filter, cursor, limit }, seeing);
        seen.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toEqual(wanted);
      expect(await countEvents(database.db, { ...filter, atMost: 20 }, seeing)).toEqual({
        count: Math.min(wanted.length, 20),
        more: wanted.length > 20,
        partial: false,
      });
    }),
    { numRuns: 300 },
  );
});
