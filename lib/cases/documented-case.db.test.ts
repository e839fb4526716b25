import fc from 'fast-check';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { openTestIngest, type TestIngest } from '#lib/ingest/testing/test-ingest.ts';
import { sweepWords } from '#lib/records/sweep-words.ts';
import { getCase } from './get-case.ts';
import { listCases } from './list-cases.ts';
import { projectCases } from './project-cases.ts';
import { applyCases } from './testing/apply-cases.ts';
import { cancellation, documentedCancellation, systemProject } from './testing/cancellation-bodies.ts';

let ingest: TestIngest;
beforeAll(async () => {
  ingest = await openTestIngest(inject('postgres'));
});
afterAll(() => ingest.close());

const reader = { personal: true };
const nothing = { limit: 200 };
let projects = 0;

/** The case of a project; fails where there is not exactly one. */
async function onlyCase(project: string) {
  const { items } = await listCases(ingest.database.db, { ...nothing }, reader);
  const found = items.filter((item) => item.systemProjectId === project);
  expect(found).toHaveLength(1);
  return getCase(ingest.database.db, found[0]?.id ?? '', reader);
}

/** Which arrives when, which of them name the project in the long form, and after which of them the worker comes by. */
const arrivals = fc.record({
  order: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 }),
  long: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
  applied: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
});

test('the documented cancellation is one case with one history, in whatever order its six events arrive', async () => {
  await fc.assert(
    fc.asyncProperty(arrivals, async ({ order, long, applied }) => {
      await ingest.database.db.cancellationCase.deleteMany();
      const project = systemProject(projects++);
      const ids = new Map<number, string>();
      for (const [place, index] of order.entries()) {
        const body = documentedCancellation(long[index] ? project.long : project.short)[index];
        ids.set(index, (await ingest.sunnova('cancellation-case', body ?? {})).id);
        if (applied[place]) await applyCases(ingest.database.db);
      }
      await applyCases(ingest.database.db);

      const found = await onlyCase(project.short);
      expect(found.statuses.map(({ status, at }) => [status, at])).toEqual([
        ['New', '2024-05-09T21:49:52.000Z'],
        ['In Process', '2024-05-12T15:00:00.000Z'],
        ['Pending Partner Response', '2024-05-15T09:30:00.000Z'],
        ['Saved', '2024-05-20T11:00:00.000Z'],
        ['In Process', '2024-05-28T08:15:00.000Z'],
        ['Closed', '2024-06-08T21:49:03.000Z'],
      ]);
      expect(found.statuses.map(({ eventId }) => eventId)).toEqual(
        [0, 1, 2, 3, 4, 5].map((at) => ids.get(at)),
      );
      expect(found).toMatchObject({
        status: 'Closed',
        statusKnown: true,
        statusSince: '2024-06-08T21:49:03.000Z',
        statusDefinition: 'The related project is confirmed as Cancelled.',
        reason: 'Excessive Time To Complete',
        reasonKnown: true,
        category: 'Partner Issues',
        requestedBy: 'Sunnova',
        requestedOn: '2024-05-09',
        openedAt: '2024-05-09T21:49:52.000Z',
        homeowner: 'ERIC SEABERG',
        address: '1814 5TH ST W, PALMETTO, FL 34221',
        county: 'Manatee County',
        flags: ['closed-not-confirmed'],
        eventCount: 6,
        others: [],
      });
      expect(found.reasonDefinitions).toEqual([
        'There are delays or complications that extend the timeframe beyond what is feasible or acceptable for the Partner',
      ]);
      expect(found.changes.map(({ field, after }) => [field, after])).toEqual([
        ['isSaved', false],
        ['isSaved', true],
      ]);
      expect(new Set(found.events.map(({ id }) => id))).toEqual(new Set(ids.values()));
      // What became of an event is said in one place, the log: a raw outcome here would contradict it.
      expect(found.events.filter((event) => 'outcome' in event)).toEqual([]);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('another creation time is another case of the project, and each names the other', async () => {
  const { short, long } = systemProject(projects++);
  const first = { System_Project: short, Status: 'In Process', LastModifiedDate: '2024-05-10T10:00:00.000Z' };
  await ingest.sunnova('cancellation-case', cancellation(first));
  const second = { ...first, System_Project: long, CreatedDate: '2024-07-01T08:00:00.000Z' };
  await ingest.sunnova('cancellation-case', cancellation({ ...second, Status: 'Closed' }));
  await applyCases(ingest.database.db);

  const { items } = await listCases(ingest.database.db, { ...nothing }, reader);
  const cases = items.filter((item) => item.systemProjectId === short);
  expect(cases.map(({ status, flags }) => [status, flags.includes('another-open')])).toEqual([
    ['Closed', true],
    ['In Process', false],
  ]);
  const detail = await getCase(ingest.database.db, cases[0]?.id ?? '', reader);
  expect(detail.others.map(({ id }) => id)).toEqual([cases[1]?.id]);
});

test('what Sunnova does not list is kept as it came and flagged; what is no date or far too long breaks nothing', async () => {
  const { short } = systemProject(projects++);
  await ingest.sunnova(
    'cancellation-case',
    cancellation({
      System_Project: short,
      Status: 'Reopened',
      Cancellation_Reason: `Changed their mind ${'x'.repeat(1_000_000)}`,
      Requested_Date: 'last Tuesday',
      CreatedDate: 'once',
      Cancellation_Category: { id: 7 },
      System_Project_Primary_Customer_Name: `${'a'.repeat(299)}😀`,
    }),
  );
  await applyCases(ingest.database.db);
  const found = await onlyCase(short);
  expect(found).toMatchObject({
    status: 'Reopened',
    statusKnown: false,
    statusDefinition: null,
    requestedOn: null,
    openedAt: null,
    flags: ['unknown-status', 'unknown-reason'],
  });
  expect(found.reason?.length).toBe(300);
});

test.each([
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T24:00:00Z',
  '0001-01-01T00:00:00Z',
])('a creation time that no calendar has, or nearly none, holds no event up: %s', async (CreatedDate) => {
  const { short } = systemProject(projects++);
  const { id } = await ingest.sunnova(
    'cancellation-case',
    cancellation({ System_Project: short, CreatedDate }),
  );
  await applyCases(ingest.database.db);
  const state = await ingest.database.db.eventState.findUnique({ where: { eventId: id } });
  expect(state).toMatchObject({ outcome: 'ignored', error: null });
  expect(await onlyCase(short)).toMatchObject({ systemProjectId: short });
});

test('a reader who may not see personal values gets none', async () => {
  const { short } = systemProject(projects++);
  const [body] = documentedCancellation(short);
  const earlier = { Contact_Name: 'Ellen Exampleton', Cancellation_Reason: 'Exampleton moved to Tampa' };
  await ingest.sunnova('cancellation-case', { ...body, ...earlier });
  const later = { LastModifiedDate: '2024-06-01T00:00:00.000Z', Cancellation_Requested_By: 'Mr Seaberg' };
  await ingest.sunnova('cancellation-case', { ...body, ...later, Cancellation_Reason: 'Shading' });
  await applyCases(ingest.database.db);
  const { id } = await onlyCase(short);
  const shown = JSON.stringify(await getCase(ingest.database.db, id, { personal: false }));
  for (const secret of [/seaberg/i, /5th st/i, /palmetto/i, /34221/, /27\.5/, /exampleton/i]) {
    expect(shown).not.toMatch(secret);
  }
  expect(shown).toContain('Manatee County');
  expect(shown).toContain('Shading');
});

test('a cancellation heard by a version that kept no cases gets its case when the worker brings records up to date', async () => {
  const { db } = ingest.database;
  const { short } = systemProject(projects++);
  const [body] = documentedCancellation(short);
  await ingest.sunnova('cancellation-case', { ...body });
  await applyCases(db);
  const before = await onlyCase(short);
  await db.cancellationCase.deleteMany({ where: { recordId: before.id } });
  await db.record.updateMany({ where: { id: before.id }, data: { wordsVersion: 0 } });
  expect(await sweepWords(db, { projections: [projectCases] })).toBe(1);
  expect(await onlyCase(short)).toEqual(before);
});
