import { expect, test } from 'vitest';
import type { BulkItem, RowCounts } from '#lib/bulk/bulk.schema.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import {
  bulkSentence,
  checkRequests,
  durationWords,
  effectWords,
  finishWords,
  headWords,
  resultWords,
} from './bulk-words.ts';

const none: RowCounts = {
  unchecked: 0,
  uncheckable: 0,
  waiting: 0,
  bad: 0,
  alike: 0,
  repeat: 0,
  'left-out': 0,
  sending: 0,
  done: 0,
  differs: 0,
  failed: 0,
  unknown: 0,
};
const bulk = (
  state: BulkItem['state'],
  counts: Partial<RowCounts>,
  reason: string | null = null,
): Parameters<typeof bulkSentence>[0] => ({
  id: '1',
  connectionId: '2',
  connectionName: 'Brightwater',
  environment: 'production',
  operation: 'enerflo.note.add',
  label: 'Add a note',
  name: 'rows.csv',
  origin: 'file',
  state,
  reason,
  rows: 500,
  counts: { ...none, ...counts },
  actorName: 'Jane Smith',
  createdAt: '2026-07-01T00:00:00Z',
  startedAt: null,
  endedAt: null,
  unlisted: 0,
});

test('one sentence says how many rows are ready, sent and explained', () => {
  expect(bulkSentence(bulk('reading', { unchecked: 120 }))).toBe('380 of 500 rows checked. Nothing is sent.');
  expect(bulkSentence(bulk('ready', { waiting: 480, bad: 20 }))).toBe(
    '480 of 500 rows are ready (20 not right). Nothing is sent yet.',
  );
  expect(bulkSentence(bulk('ready', { repeat: 480, bad: 20 }))).toBe(
    'None of 500 rows can be sent: 20 not right · 480 repeats.',
  );
  expect(bulkSentence(bulk('running', { waiting: 270, sending: 4, done: 206, bad: 20 }))).toBe(
    '206 of 480 sent (20 not right).',
  );
  expect(bulkSentence(bulk('stopped', { waiting: 1, done: 479, bad: 20 }, 'Stopped by Jane Smith.'))).toBe(
    'Stopped by Jane Smith. 1 row still to be sent.',
  );
  expect(bulkSentence(bulk('done', { done: 480, bad: 20 }))).toBe('500 rows: 480 done · 20 not right.');
});

test('rows that Enerflo shows with another value, and those that could not be checked, are counted in words', () => {
  expect(bulkSentence(bulk('done', { done: 468, differs: 12, bad: 20 }))).toBe(
    '500 rows: 468 done · 12 done, but Enerflo shows another value · 20 not right.',
  );
  expect(bulkSentence(bulk('running', { waiting: 270, done: 206, differs: 4, bad: 20 }))).toBe(
    '210 of 480 sent (4 done, but Enerflo shows another value · 20 not right).',
  );
  expect(bulkSentence(bulk('ready', { waiting: 498, uncheckable: 2 }))).toBe(
    '498 of 500 rows are ready (2 could not be checked). Nothing is sent yet.',
  );
  expect(bulkSentence(bulk('stopped', { unchecked: 120, waiting: 380 }, 'Stopped by Jane Smith.'))).toBe(
    'Stopped by Jane Smith. 120 rows still to be checked.',
  );
});

test('of what was started it is not said that nothing is sent, and who finished it is', () => {
  const started = { startedAt: '2026-07-01T00:01:00Z' };
  expect(bulkSentence({ ...bulk('reading', { unchecked: 2, done: 498 }), ...started })).toBe(
    '498 of 500 rows checked.',
  );
  const finished = bulk('done', { done: 5, 'left-out': 495 }, 'Finished by Jane Smith.');
  expect(bulkSentence({ ...finished, ...started })).toBe(
    'Finished by Jane Smith. 500 rows: 5 done · 495 left out.',
  );
});

test('what Enerflo did not list by the end is told with the result', () => {
  const leads = { operation: 'enerflo.lead.add-with-appointment', unlisted: 20 };
  expect(bulkSentence({ ...bulk('done', { done: 500 }), ...leads })).toBe(
    '500 rows: 500 done. For 20 rows Enerflo did not list the appointment right after sending: look there whether it came.',
  );
});

test('before a bulk is finished where it stands it is said how many rows are not sent', () => {
  expect(finishWords({ ...none, waiting: 495 })).toBe(
    '495 rows are left out. What was sent stays in Enerflo.',
  );
  expect(finishWords({ ...none, unchecked: 1 })).toBe(
    'Nothing is left to be sent. 1 row is not checked again. What was sent stays in Enerflo.',
  );
});

test('how many requests checking takes follows from what Enerflo is asked about each row', () => {
  const named = (name: string) => {
    const operation = operationNamed(name);
    if (!operation) throw new Error(`There is no ${name}.`);
    return operation;
  };
  expect(durationWords(checkRequests(named('enerflo.lead.add')) * 500, 225)).toBe('about 9 minutes');
  expect(durationWords(checkRequests(named('enerflo.milestone.update')) * 500, 225)).toBe('about 2 minutes');
});

test('how long it takes is said as people say it', () => {
  expect(durationWords(10, 225)).toBe('less than a minute');
  expect(durationWords(1_440, 225)).toBe('about 6 minutes');
  expect(durationWords(30_000, 225)).toBe('about 2 hours');
});

test('of an e-mail to homeowners it is said how many of them may get one, of anything else how many rows cause it', () => {
  expect(effectWords({ count: 1_300, homeowners: 212 })).toBe('Up to 212 homeowners, with 1,300 rows');
  expect(effectWords({ count: 1, homeowners: 1 })).toBe('Up to 1 homeowner, with 1 row');
  expect(effectWords({ count: 3, homeowners: null })).toBe('With 3 rows');
});

test('what is still to be sent stands in the list beside what became of the others', () => {
  expect(resultWords({ ...none, waiting: 9, bad: 1 })).toBe('1 not right · 9 to be sent');
  expect(resultWords({ ...none, done: 5 })).toBe('5 done');
});

test('the columns of a selection are called as the fields are, those of a file as in the file', () => {
  const columns = { heads: ['install_id'], fills: {}, askEnerflo: true, timeZone: null };
  const operation = operationNamed('enerflo.note.add');
  expect(headWords({ ...columns, origin: 'selection' }, operation)).toEqual(['Install']);
  expect(headWords({ ...columns, origin: 'file' }, operation)).toEqual(['install_id']);
});
