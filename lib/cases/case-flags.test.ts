import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findStatus } from '#lib/catalog/cancellation/find-status.ts';
import { cancellationStatuses } from '#lib/catalog/cancellation/statuses.ts';
import type { JsonObject } from '#lib/json.ts';
import { caseColumns } from './case-columns.ts';
import { caseFlag, caseFlags } from './case-flags.ts';

const flagsOfCase = (fields: JsonObject) => caseColumns(fields).flags;

describe('flags', () => {
  test.each([
    ['Closed', false, false, ['closed-not-confirmed']],
    ['Closed', true, false, []],
    ['Closed', true, true, ['closed-voided']],
    ['Closed', false, true, ['closed-not-confirmed', 'closed-voided']],
    ['Saved', false, true, []],
    ['Saved', true, true, ['saved-confirmed']],
    ['Saved', false, false, ['saved-not-voided']],
    ['Pending Partner Response', true, false, ['open-confirmed']],
    ['In Process', false, true, ['open-voided']],
    ['New', false, false, []],
    ['Reopened', true, true, ['unknown-status']],
  ])('%s, confirmed %s, voided %s', (status, isConfirmed, isSaved, flags) => {
    expect(flagsOfCase({ status, isConfirmed, isSaved })).toEqual(flags);
  });

  test('a reason that Sunnova does not list is flagged, one in another spelling is not', () => {
    expect(flagsOfCase({ reason: 'Changed their mind' })).toEqual(['unknown-reason']);
    expect(caseColumns({ reason: 'EXCESSIVE time to complete ' })).toMatchObject({
      reason: 'Excessive Time To Complete',
      flags: [],
    });
  });

  test('each says what it is and what to do about it, under an id of its own', () => {
    for (const { word, explanation, whatToDo } of caseFlags) {
      for (const text of [explanation, whatToDo]) expect(text).toMatch(/^[A-Z].*\.$/);
      expect(word.length).toBeLessThan(30);
    }
    expect(new Set(caseFlags.map(({ id }) => id)).size).toBe(caseFlags.length);
    expect(caseFlag('closed-not-confirmed').word).toBe('Closed, not confirmed');
    expect(caseFlag('of-old').word).toBe('of-old');
  });
});

const truth = fc.constantFrom(true, false, null, undefined);
const status = fc.oneof(
  fc.constantFrom(...cancellationStatuses.map((each) => each.status)),
  fc.constantFrom('Reopened', '', null, undefined),
);
const claims = fc.record({ status, isConfirmed: truth, isSaved: truth });
/** Without the keys that are undefined, as a record has them. */
const told = ({ ...fields }: { [key: string]: string | boolean | null | undefined }): JsonObject =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );

describe('whatever Sunnova tells', () => {
  test('what was not told contradicts nothing: telling less never raises a flag', () => {
    fc.assert(
      fc.property(claims, fc.constantFrom('isConfirmed', 'isSaved', 'status'), (all, left) => {
        const more = flagsOfCase(told(all));
        for (const flag of flagsOfCase(told({ ...all, [left]: undefined }))) expect(more).toContain(flag);
      }),
    );
  });

  test('an open, a closed and a saved case each raise only flags of their own', () => {
    fc.assert(
      fc.property(claims, (all) => {
        const meaning = findStatus(all.status ?? '')?.meaning;
        const kinds = { final: 'closed-', 're-activated': 'saved-', open: 'open-', 'action needed': 'open-' };
        const own = meaning ? kinds[meaning] : 'unknown-';
        for (const flag of flagsOfCase(told(all))) expect(flag.startsWith(own)).toBe(true);
      }),
    );
  });

  test('columns come of any fields: nothing fails, nothing is longer than an index takes or no text at all', () => {
    const keys = [
      'status',
      'reason',
      'systemProjectId',
      'requestedOn',
      'createdAt',
      'fullName',
      'street',
      'isSaved',
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ stringUnit: 'binary', maxDepth: 1 })),
        (fields) => {
          const columns = caseColumns(JSON.parse(JSON.stringify(fields)));
          for (const value of Object.values(columns)) {
            if (typeof value !== 'string') continue;
            expect(value.isWellFormed()).toBe(true);
            expect(value.length).toBeGreaterThan(0);
            expect(value.length).toBeLessThanOrEqual(300);
          }
          if (columns.openedAt) expect(new Date(columns.openedAt).toISOString()).toBe(columns.openedAt);
          if (columns.requestedOn) expect(columns.requestedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
        },
      ),
    );
  });
});

test('both spellings of a Salesforce id are one project', () => {
  const short = caseColumns({ systemProjectId: 'a8u4W0000011bdN' });
  expect(caseColumns({ systemProjectId: 'a8u4W0000011bdNQAQ' })).toEqual(short);
});

test('the address line is short, and what came in one where there is no street', () => {
  const street = { street: '1814 5TH ST W', city: 'PALMETTO', state: 'FL', zip: '34221' };
  expect(caseColumns(street).address).toBe('1814 5TH ST W, PALMETTO, FL 34221');
  expect(caseColumns({ fullAddress: '1 Main St, Sample City' }).address).toBe('1 Main St, Sample City');
  expect(caseColumns({ ...street, city: null, state: null, zip: null }).address).toBe('1814 5TH ST W');
  expect(caseColumns({}).address).toBeNull();
});
