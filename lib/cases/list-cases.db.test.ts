import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openTestIngest, type TestIngest } from '#lib/ingest/testing/test-ingest.ts';
import type { JsonObject } from '#lib/json.ts';
import { caseFacets, caseReference, countWaiting } from './case-reference.ts';
import type { CaseFilter } from './cases.contract.ts';
import { countCases, listCases } from './list-cases.ts';
import { applyCases } from './testing/apply-cases.ts';
import { cancellation, systemProject } from './testing/cancellation-bodies.ts';

let ingest: TestIngest;
const seeing = { personal: true };

/** Five cases of made-up homeowners; what is not told stands as Sunnova's page prints it. */
const told: { [homeowner: string]: JsonObject } = {
  'Ana Ávila': { Status: 'New', Requested_Date: '2024-01-05', Cancellation_Reason: 'Shading' },
  'Bo Burns': { Status: 'Pending Partner Response', Requested_Date: '2024-02-05' },
  'Cy Cole': {
    Status: 'Saved',
    Saved_Cancellation: true,
    Requested_Date: '2024-03-05',
    System_Installation_Address_Line_1: '77 North Lantern Street',
    System_Installation_Address: '77 North Lantern Street, TAMPA FL 33601 United States',
  },
  'Di Dunn': { Status: 'Closed', Confirmed_Cancellation: true, Cancellation_Category: 'Customer Issues' },
  'Ed Egan': { Status: 'Reopened', Cancellation_Reason: 'Changed their mind' },
};
const names = Object.keys(told);
const project = (name: string) => systemProject(names.indexOf(name));

beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
  for (const name of names) {
    const { long } = project(name);
    const who = { System_Project_Primary_Customer_Name: name, Contact_Name: name, System_Project: long };
    await ingest.sunnova('cancellation-case', cancellation({ ...who, ...told[name] }));
    await applyCases(ingest.database.db);
  }
  // The phone number stands with the lead, and the contract links the lead to the project.
  const lead = '00Q4W00001dPcmIUAS';
  const person = { Id: lead, FirstName: 'Barbara', LastName: 'Burns', Email: 'bb@example.com' };
  await ingest.sunnova('lead-assignment', {
    ...person,
    Phone: '(307) 241-2568',
    WebTracking: 'x',
    Appointment: {},
  });
  await ingest.sunnova('contract-signed', {
    ...person,
    lead,
    System_Project_Id: project('Bo Burns').long,
    Sunnova_Id: 'UD004487427',
    Lead_Quote_Id: 'a8l8L0000008QNMQA2',
    Is_Converted: true,
  });
  await applyCases(ingest.database.db);
});
afterAll(() => ingest.close());

/** The homeowners of the cases that fit, last heard of first. */
async function found(filter: CaseFilter, reader = seeing): Promise<(string | null)[]> {
  const { items } = await listCases(
    ingest.database.db,
    { limit: 200, ...filter },
    { personal: reader.personal },
  );
  const { count } = await countCases(ingest.database.db, { atMost: 10, ...filter }, reader);
  expect(count).toBe(items.length);
  return items.map(({ homeowner }) => homeowner);
}

describe('filters', () => {
  test.each<[CaseFilter, string[]]>([
    [{ status: 'Closed' }, ['Di Dunn']],
    [{ status: 'open' }, ['Bo Burns', 'Ana Ávila']],
    [{ status: 'Reopened' }, ['Ed Egan']],
    [{ reason: 'Excessive Time To Complete' }, ['Di Dunn', 'Cy Cole', 'Bo Burns']],
    [{ category: 'Customer Issues' }, ['Di Dunn']],
    [{ flag: 'unknown-status' }, ['Ed Egan']],
    [{ flag: 'any' }, ['Ed Egan']],
    [{ flag: 'another-open' }, []],
    [{ requestedFrom: '2024-02-05', requestedTo: '2024-03-05' }, ['Cy Cole', 'Bo Burns']],
    [{ requestedTo: '2024-01-05' }, ['Ana Ávila']],
    [{ environment: 'sandbox' }, []],
    [{ environment: 'production', status: 'Saved', reason: 'Excessive Time To Complete' }, ['Cy Cole']],
  ])('%o', async (filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  test('an account has its own cases only', async () => {
    expect(await found({ connection: ingest.connections.sunnova })).toHaveLength(5);
    expect(await found({ connection: ingest.connections.enerflo })).toEqual([]);
  });
});

describe('search', () => {
  test.each([
    ['avila', ['Ana Ávila']],
    ['dunn di', ['Di Dunn']],
    ['77 n lantern st', ['Cy Cole']],
    ['241-25', ['Bo Burns']],
    ['BB@example.com', ['Bo Burns']],
    ['Barbara', ['Bo Burns']],
    ['UD004487427', ['Bo Burns']],
    ['nobody of that name', []],
    ['payload.x = 1', []],
    ['%%%', []],
  ])('%s', async (q, expected) => {
    expect(await found({ q })).toEqual(expected);
  });

  test('both spellings of the project’s id, and the case’s own', async () => {
    const { short, long } = project('Di Dunn');
    expect(await found({ q: short })).toEqual(['Di Dunn']);
    expect(await found({ q: long })).toEqual(['Di Dunn']);
    const { items } = await listCases(ingest.database.db, { limit: 1, q: short }, seeing);
    expect(await found({ q: items[0]?.id })).toEqual(['Di Dunn']);
  });

  test('who may not see names finds by ids only, and is given no name', async () => {
    expect(await found({ q: 'dunn' }, { personal: false })).toEqual([]);
    expect(await found({ q: project('Di Dunn').short }, { personal: false })).toEqual([null]);
  });
});

describe('pages', () => {
  test('follow each other without a gap, and a case heard of meanwhile moves no other', async () => {
    const { db } = ingest.database;
    const first = await listCases(db, { limit: 2 }, seeing);
    expect(first.items.map(({ homeowner }) => homeowner)).toEqual(['Ed Egan', 'Di Dunn']);
    await db.cancellationCase.updateMany({
      where: { homeowner: 'Di Dunn' },
      data: { lastHeardAt: new Date(Date.now() + 60_000) },
    });
    const second = await listCases(db, { limit: 2, cursor: first.nextCursor ?? '' }, seeing);
    expect(second.items.map(({ homeowner }) => homeowner)).toEqual(['Cy Cole', 'Bo Burns']);
    const third = await listCases(db, { limit: 2, cursor: second.nextCursor ?? '' }, seeing);
    expect(third).toMatchObject({ items: [{ homeowner: 'Ana Ávila' }], nextCursor: null });
    await expect(listCases(db, { limit: 2, cursor: 'nowhere' }, seeing)).rejects.toThrow(/place in the list/);
  });

  test('a count stops where it was told to', async () => {
    expect(await countCases(ingest.database.db, { atMost: 3 }, seeing)).toEqual({ count: 3, more: true });
  });
});

describe('how often', () => {
  test('each entry of Sunnova’s tables occurs here, and what they lack', async () => {
    const reference = await caseReference(ingest.database.db, seeing);
    expect(reference.reasonRows).toBe(49);
    expect(reference.reasons).toHaveLength(48);
    expect(reference.statuses.map(({ status, count }) => [status, count])).toEqual([
      ['New', 1],
      ['In Process', 0],
      ['Pending Partner Response', 1],
      ['Closed', 1],
      ['Saved', 1],
    ]);
    expect(reference.reasons.find(({ reason }) => reason === 'Excessive Time To Complete')).toMatchObject({
      count: 3,
      categories: ['Customer Issues', 'Partner Issues'],
    });
    expect(reference.otherStatuses).toEqual([{ value: 'Reopened', count: 1 }]);
    expect(reference.otherReasons).toEqual([{ value: 'Changed their mind', count: 1 }]);
    const plain = await caseReference(ingest.database.db, { personal: false });
    expect([plain.otherStatuses, plain.otherReasons]).toEqual([[], []]);
  });

  test('each filter would find something, and how many cases wait for us', async () => {
    const facets = await caseFacets(ingest.database.db, {}, seeing);
    expect(facets.flags.filter(({ count }) => count > 0)).toEqual([
      { value: 'unknown-status', known: true, count: 1 },
      { value: 'unknown-reason', known: true, count: 1 },
    ]);
    expect(facets.accounts).toMatchObject([{ name: 'sunnova', environment: 'production', count: 5 }]);
    expect((await caseFacets(ingest.database.db, { environment: 'sandbox' }, seeing)).statuses).toEqual([]);
    expect(await countWaiting(ingest.database.db)).toBe(1);
  });
});

describe('when a case was last heard of', () => {
  const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000);
  beforeAll(async () => {
    const { cancellationCase } = ingest.database.db;
    for (const [homeowner, hours] of [
      ['Ed Egan', 0.5],
      ['Di Dunn', 2],
      ['Cy Cole', 25],
      ['Bo Burns', 8 * 24],
      ['Ana Ávila', 40 * 24],
    ] as const) {
      await cancellationCase.updateMany({ where: { homeowner }, data: { lastHeardAt: hoursAgo(hours) } });
    }
  });

  test.each([
    ['1h', ['Ed Egan']],
    ['24h', ['Ed Egan', 'Di Dunn']],
    ['7d', ['Ed Egan', 'Di Dunn', 'Cy Cole']],
    ['30d', ['Ed Egan', 'Di Dunn', 'Cy Cole', 'Bo Burns']],
  ] as const)('within the last %s', async (heardWithin, expected) => {
    expect(await found({ heardWithin })).toEqual(expected);
  });

  test('from an instant on, and before another, beside other filters', async () => {
    const heardFrom = hoursAgo(26).toISOString();
    const heardTo = hoursAgo(1).toISOString();
    expect(await found({ heardFrom, heardTo })).toEqual(['Di Dunn', 'Cy Cole']);
    expect(await found({ heardTo })).toEqual(['Di Dunn', 'Cy Cole', 'Bo Burns', 'Ana Ávila']);
    expect(await found({ heardFrom, heardTo, status: 'Saved' })).toEqual(['Cy Cole']);
    const at = (
      await ingest.database.db.cancellationCase.findFirstOrThrow({ where: { homeowner: 'Di Dunn' } })
    ).lastHeardAt;
    expect(await found({ heardFrom: at.toISOString(), heardTo })).toEqual(['Di Dunn']);
    expect(await found({ heardTo: at.toISOString(), heardFrom })).toEqual(['Cy Cole']);
  });
});
