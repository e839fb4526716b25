import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { JsonObject } from '#lib/json.ts';
import { applyWaiting } from '#lib/records/apply-waiting.ts';
import { rebuildRecords } from '#lib/records/rebuild-records.ts';
import { sweepWords } from '#lib/records/sweep-words.ts';
import { insertConnection, insertEvents } from '#lib/records/testing/insert-events.ts';
import { projections } from '#lib/runtime/projections.ts';
import { type EventFilter, listEvents } from './list-events.ts';
import { rebuildSearch } from './rebuild-search.ts';
import { sweepSearch } from './sweep-search.ts';

let database: TestDatabase;
let account: string;
let other: string;
const event: Record<string, string> = {};

/** One homeowner with an install, a milestone and a note; somebody else; and what no record was made of. */
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  account = await insertConnection(database.db);
  other = await insertConnection(database.db);
  const bodies: Record<string, JsonObject> = {
    install: install({}),
    moved: { ...install({ street: '7 West Oak Boulevard' }), id: 4471 },
    milestone: {
      body: {
        eventName: 'project_milestone_updated',
        install_milestone: { id: 1234, sequence: 1, title: 'Permit' },
        details: {
          id: 990_001,
          install_id: 4471,
          title: 'Permit',
          completed_on: null,
          updated_at: '2024-06-01 00:00:09',
        },
        install: { id: 4471 },
      },
    },
    note: { webhook_event: 'new_install_note', id: 880_001, install_id: 4471, note: 'Called', user_id: 31 },
    somebodyElse: {
      webhook_event: 'update_customer',
      id: 61_000,
      first_name: 'Ben',
      last_name: 'Sample',
      email: 'ben@example.org',
      phone: '602-555-0199',
    },
    unheardOf: {
      webhook_event: 'roof_inspected',
      id: 'roof-77-x',
      inspector: { score: 1.5, badge: 9_007_199_254_740_992 },
    },
    spelled: {
      event: 'customer.updated.v2',
      payload: {
        current: { id: '0b1f6f0e-7f0c-4a35-9a55-000000000099', firstName: 'Chloé', lastName: 'O’Néill' },
        previous: {},
        changes: {},
      },
    },
    deal: {
      event: 'deal.created',
      payload: {
        targetOrg: '0b1f6f0e-7f0c-4a35-9a55-0000000000aa',
        deal: {
          id: '0b1f6f0e-7f0c-4a35-9a55-000000000077',
          shortCode: 'b9sqedcvp',
          files: [{ name: 'a' }, { name: 'Plan B' }],
        },
      },
    },
  };
  const given = await insertEvents(
    database.db,
    account,
    Object.values(bodies).map((body, at) => ({ body, at })),
  );
  Object.keys(bodies).forEach((name, index) => {
    event[name] = given[index] ?? '';
  });
  [event.emptyCopy = ''] = await insertEvents(database.db, account, [
    { body: { webhook_event: 'update_install', id: 5512, status: null }, at: 30, complete: false },
  ]);
  [event.elsewhere = ''] = await insertEvents(database.db, other, [{ body: install({}), at: 31 }]);
  await applyWaiting(database.db, { hooks: projections });
});
afterAll(() => database.close());

function install({ street = '12 North Ávila Street' }: { street?: string }): JsonObject {
  return {
    webhook_event: 'update_install',
    id: 4471,
    status: { id: 3, name: 'On Hold' },
    customer: {
      id: 54_471,
      first_name: 'Ada María',
      last_name: 'Castillo-Núñez',
      email: 'Ada.Castillo@Example.com',
      phone: '(480) 555-0134',
      mobile: 1_480_555_0177,
      address: { street, city: 'Tucson', state: 'AZ', zip: 85_701 },
    },
    agent: { full_name: 'Iris Vance', email: 'iris.vance@example.com' },
    timestamps: {
      updated_at: street.startsWith('7') ? '2024-06-01 00:00:05' : '2024-06-01 00:00:01',
      timezone: 'UTC',
    },
  };
}

async function found(filter: EventFilter, seeing = { personal: true }): Promise<string[]> {
  const { items } = await listEvents(database.db, { connection: account, ...filter, limit: 100 }, seeing);
  return items.map(({ id }) => Object.entries(event).find(([, one]) => one === id)?.[0] ?? id).sort();
}

/** What is of this homeowner: also what only refers to her install. */
const hers = ['install', 'milestone', 'moved', 'note'];

describe('a homeowner is found', () => {
  test.each([
    ['by her name', 'castillo nunez'],
    ['by half of it, in another order', 'NÚÑEZ ada'],
    ['by an address that she has no longer', '12 N. Avila St'],
    ['by the address as it is now', '7 w oak blvd'],
    ['by part of a street', 'avila'],
    ['by a whole address of which the records tell the parts alone', '12 N. Ávila St, Tucson, AZ 85701'],
    ['by it with her name before it', 'Ada Castillo, 12 N. Ávila St Tucson AZ 85701'],
    ['by her labelled id', 'Customer ID: 54471'],
    ['by a link into Enerflo', 'https://enerflo.io/installs/4471'],
    ['by her e-mail address', 'ada.castillo@example.com'],
    ['by part of it', 'castillo@exam'],
    ['by her mobile', '480 555 0177'],
    ['by her id', '54471'],
  ])('%s: %s', async (_, q) => {
    expect(await found({ q })).toEqual(hers);
  });

  test('by any part of her phone number, however it is written', async () => {
    const number = '4805550134';
    const signs = fc.constantFrom('', '', '', ' ', '-', '.', ' (', ') ', '/');
    const part = fc
      .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 7, max: 10 }))
      .map(([start, end]) => number.slice(start, end))
      .filter((digits) => digits.length >= 6);
    const written = part.chain((digits) =>
      fc
        .tuple(
          fc.constantFrom(...(digits === number ? ['', '+1 ', '1-', '+1', '(', 'tel:'] : [''])),
          fc.array(signs, { minLength: digits.length, maxLength: digits.length }),
        )
        .map(
          ([start, between]) => start + [...digits].map((digit, index) => digit + between[index]).join(''),
        ),
    );
    await fc.assert(
      fc.asyncProperty(written, async (q) => {
        expect(await found({ q })).toEqual(hers);
      }),
      { numRuns: 60 },
    );
  });

  test('by her name however it is spelled: case, marks, signs and invisible characters do not count', async () => {
    const letters = [...'ada maria castillo nunez'];
    const spelled = fc
      .array(fc.constantFrom('same', 'upper', 'mark', 'unseen'), {
        minLength: letters.length,
        maxLength: letters.length,
      })
      .map((ways) =>
        letters
          .map((letter, index) => {
            if (letter === ' ') return ways[index] === 'upper' ? '-' : ' ';
            if (ways[index] === 'upper') return letter.toUpperCase();
            if (ways[index] === 'mark') return `${letter}\u0301`;
            return ways[index] === 'unseen' ? `${letter}\u200b` : letter;
          })
          .join(''),
      );
    await fc.assert(
      fc.asyncProperty(spelled, async (q) => {
        expect(await found({ q })).toEqual(hers);
      }),
      { numRuns: 40 },
    );
  });

  test('in her own account only', async () => {
    expect(await found({ q: 'castillo', connection: other })).toEqual(['elsewhere']);
    expect(await found({ q: 'castillo', connection: undefined })).toEqual(['elsewhere', ...hers]);
  });
});

describe('an event is found', () => {
  test('by the id of what it tells of, and of what refers to that', async () => {
    expect(await found({ q: '4471' })).toEqual(hers);
    expect(await found({ q: '990001' })).toEqual(['milestone']);
    expect(await found({ q: '0B1F6F0E-7F0C-4A35-9A55-000000000077' })).toEqual(['deal']);
    expect(await found({ q: '0b1f6f0e-7f0c-4a35-9a55-000000000077'.slice(0, 35) })).toEqual(['deal']);
    expect(await found({ q: 'B9sqedcvp' })).toEqual(['deal']);
    expect(await found({ q: '0b1f6f0e-7f0c-4a35-9a55-0000000000aa' })).toEqual(['deal']);
  });

  test('by its own id, whole or short', async () => {
    const { milestone = '' } = event;
    expect(await found({ q: milestone.toUpperCase() })).toEqual(['milestone']);
    expect(await found({ q: milestone.slice(-8) })).toEqual(['milestone']);
  });

  test('where nobody knows its type, and where it is an empty copy', async () => {
    expect(await found({ q: 'roof-77-x' })).toEqual(['unheardOf']);
    expect(await found({ q: '5512' })).toEqual(['emptyCopy']);
  });

  test('by names as they are written elsewhere', async () => {
    for (const q of ['oneill', "O'Neill", 'chloe', 'CHLOÉ']) expect(await found({ q })).toEqual(['spelled']);
  });

  test('not by what nobody has, and not by signs that a pattern would take for anything', async () => {
    for (const q of [
      'zebedee',
      '2 N. Ávila St, Tucson',
      '120 N. Ávila St, Tucson',
      '%%%%',
      '____',
      '\\\\\\',
      '555019',
      '12 N Oak',
      '',
    ]) {
      const all =
        q === ''
          ? Object.keys(event)
              .filter((name) => name !== 'elsewhere')
              .sort()
          : [];
      expect(await found({ q })).toEqual(q === '555019' ? ['somebodyElse'] : all);
    }
  });
});

describe('a value of the data is found', () => {
  const inDeals = { type: 'enerflo.v2.deal.created' };

  test.each([
    ['payload.deal.shortCode = b9sqedcvp'],
    ['payload.deal.shortCode="B9SQEDCVP"'],
    ['payload.deal.files.1.name = plan b'],
    ['payload.deal.files[1].name = Plan B'],
    ['payload.deal.files[].name = Plan B'],
    ['event = deal.created'],
  ])('%s', async (q) => {
    expect(await found({ ...inDeals, q })).toEqual(['deal']);
  });

  test('at that place, whole, and in that type only', async () => {
    for (const q of [
      'payload.deal.files.0.name = Plan B',
      'deal.shortCode = b9sqedcvp',
      'payload.deal.shortCode = b9sq',
    ]) {
      expect(await found({ ...inDeals, q })).toEqual([]);
    }
    const installs = { type: 'enerflo.v1.update_install' };
    expect(await found({ ...installs, q: 'status.name = on hold' })).toEqual(['install', 'moved']);
    expect(await found({ ...installs, q: 'id = 4471.0' })).toEqual(['install', 'moved']);
    expect(await found({ ...inDeals, q: 'id = 4471' })).toEqual([]);
  });

  test('in the data of types that nobody knows', async () => {
    const type = (await database.db.event.findUniqueOrThrow({ where: { id: event.unheardOf } })).type;
    expect(await found({ type, q: 'inspector.score = 1.50' })).toEqual(['unheardOf']);
    expect(await found({ type, q: 'inspector.badge = 9007199254740992' })).toEqual(['unheardOf']);
    // Another number, which JavaScript takes for the same.
    expect(await found({ type, q: 'inspector.badge = 9007199254740993' })).toEqual([]);
  });

  test('only with a type, which the answer asks for', async () => {
    await expect(found({ q: 'status.name = On Hold' })).rejects.toMatchObject({
      code: 'INVALID',
      fields: [{ field: 'q', message: expect.stringContaining('Choose an event type first') }],
    });
  });
});

test('who may not see personal values finds by ids alone', async () => {
  const unseen = { personal: false };
  for (const q of ['castillo', 'ada.castillo@example.com', '480 555 0134', 'avila', '555019']) {
    expect(await found({ q }, unseen)).toEqual([]);
  }
  expect(await found({ q: '54471' }, unseen)).toEqual(hers);
  expect(await found({ q: 'b9sqedcvp' }, unseen)).toEqual(['deal']);
  await expect(
    found({ type: 'enerflo.v2.deal.created', q: 'event = deal.created' }, unseen),
  ).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('every account knows which types it has sent, and when', async () => {
  const heard = await database.db.heardType.findMany({ where: { connectionId: account } });
  expect(heard.map(({ type }) => type)).toContain('enerflo.v1.project_milestone_updated');
  expect(heard.find(({ type }) => type === 'enerflo.v1.update_install')).toMatchObject({
    firstAt: new Date('2024-06-01T08:00:00Z'),
    lastAt: new Date('2024-06-01T08:00:30Z'),
    lastEventId: event.emptyCopy,
  });
});

test('words, search and types that are lost come back: by the sweep for records, by a rebuild for all', async () => {
  const { db } = database;
  const told = await wordsNow();
  const searched = await db.eventSearch.findMany({ orderBy: { eventId: 'asc' } });
  const heard = await db.heardType.findMany({ orderBy: [{ connectionId: 'asc' }, { type: 'asc' }] });
  await db.recordWord.deleteMany();
  expect(await found({ q: 'avila' })).toEqual([]);
  await db.record.updateMany({ data: { wordsVersion: 0 } });
  expect(await sweepWords(db)).toBe(await db.record.count());
  expect(await wordsNow()).toEqual(told);
  expect(await sweepWords(db)).toBe(0);

  await db.recordWord.deleteMany();
  await db.eventSearch.deleteMany();
  await db.heardType.deleteMany();
  expect(await rebuildRecords(db)).toMatchObject({ different: 0 });
  expect(await rebuildSearch(db)).toBe(Object.keys(event).length);
  expect(await wordsNow()).toEqual(told);
  expect(await db.eventSearch.findMany({ orderBy: { eventId: 'asc' } })).toEqual(searched);
  expect(await db.heardType.findMany({ orderBy: [{ connectionId: 'asc' }, { type: 'asc' }] })).toEqual(heard);
});

test('after an upgrade the worker writes the search of what an older version applied, once, and of nothing that waits', async () => {
  const { db } = database;
  const searched = await db.eventSearch.findMany({ orderBy: { eventId: 'asc' } });
  const heard = await db.heardType.findMany({ orderBy: [{ connectionId: 'asc' }, { type: 'asc' }] });
  await db.eventSearch.deleteMany({ where: { eventId: { not: event.deal } } });
  await db.heardType.deleteMany();
  const [waiting] = await insertEvents(db, account, [
    { body: { webhook_event: 'new_customer', id: 77 }, at: 40 },
  ]);
  expect(await found({ q: 'roof-77-x' })).toEqual([]);
  const sweeps = await Promise.all([sweepSearch(db), sweepSearch(db)]);
  expect(sweeps.reduce((one, other) => one + other)).toBe(searched.length - 1);
  expect(await found({ q: 'roof-77-x' })).toEqual(['unheardOf']);
  expect(await db.eventSearch.findMany({ orderBy: { eventId: 'asc' } })).toEqual(searched);
  const ofDeal = heard.find(({ lastEventId }) => lastEventId === event.deal);
  expect(await db.heardType.findMany({ orderBy: [{ connectionId: 'asc' }, { type: 'asc' }] })).toEqual(
    heard.filter((row) => row !== ofDeal),
  );

  await db.eventSearch.deleteMany({ where: { eventId: event.unheardOf } });
  expect(await sweepSearch(db)).toBe(0);
  await rebuildSearch(db);
  await db.event.delete({ where: { id: waiting } });
});

async function wordsNow() {
  const words = await database.db.recordWord.findMany();
  return words.map(({ recordId, kind, value }) => `${recordId} ${kind} ${value}`).sort();
}

test('a list of someone with more records than are looked through gives the newest', async () => {
  const many = await insertConnection(database.db);
  const ids = await insertEvents(
    database.db,
    many,
    Array.from({ length: 40 }, (_, at) => ({
      body: { webhook_event: 'update_customer', id: 70_000 + at, last_name: `Quintero ${uuidv7()}` },
      at,
    })),
  );
  await applyWaiting(database.db, { hooks: projections });
  const page = await listEvents(
    database.db,
    { connection: many, q: 'quintero', limit: 15 },
    { personal: true },
  );
  expect(page.items.map((item) => item.id)).toEqual(ids.toReversed().slice(0, 15));
  const cursor = page.nextCursor ?? '';
  const next = await listEvents(
    database.db,
    { connection: many, q: 'quintero', limit: 30, cursor },
    { personal: true },
  );
  expect(next.items.map((item) => item.id)).toEqual(ids.toReversed().slice(15));
  expect(next.nextCursor).toBeNull();
});
