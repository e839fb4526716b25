import { expect, test } from 'vitest';
import type { ReadingItem } from '#lib/readings/readings.contract.ts';
import type { WaitingReading } from '#lib/readings/readings.schema.ts';
import { noFindingWords, notReadWords } from './no-finding-words.ts';
import {
  countWords,
  durationWords,
  findingWords,
  leftWords,
  partWords,
  skippedWords,
} from './reading-words.ts';
import { readingsWaitingWords, waitingWords } from './waiting-words.ts';

const reading: ReadingItem = {
  id: 'r',
  connectionId: 'c',
  kind: 'catch-up',
  state: 'done',
  since: null,
  parts: [],
  pace: null,
  secondsLeft: null,
  error: null,
  dueAt: null,
  by: 'Heliograph, each night',
  createdAt: '2026-05-20T10:00:00Z',
  startedAt: null,
  endedAt: null,
  findings: { neverReachedUs: 0, new: 0, changed: 0 },
  skipped: { count: 0, items: [] },
};

test('how long is said roughly, and never more than is known of how many', () => {
  expect(leftWords(20)).toBe('less than two minutes left');
  expect(leftWords(100)).toBe('about 2 minutes left');
  expect(leftWords(7_300)).toBe('about 2 hours left');
  expect(durationWords(1_250)).toBe('about 21 minutes');
  expect(countWords({ read: 1_240, total: 3_000 })).toBe('1,240 of 3,000');
  expect(countWords({ read: 12, total: null })).toBe('12');
  expect(countWords({ read: 12, total: 10 })).toBe('12 of 12');
  // An install has eleven of them: it is installs that are counted.
  const milestones = { part: 'milestones' as const, whole: null, done: true };
  expect(partWords({ ...milestones, read: 29, total: 29 })).toBe('29 of 29 installs');
  expect(partWords({ ...milestones, read: 1, total: 1 })).toBe('1 of 1 install');
  expect(partWords({ ...milestones, part: 'notes', read: 40, total: null })).toBe('40');
});

test('what a catch-up found and could not read is said in words, and no more is claimed than was read', () => {
  expect(findingWords(reading)).toBe('no missed change was found');
  expect(skippedWords(reading)).toBe('');
  const found = { ...reading, findings: { neverReachedUs: 1, new: 2, changed: 1_300 } };
  expect(findingWords(found)).toBe('1 project never reached us, 2 new to us, 1,300 changed');
  const partly = { ...reading, skipped: { count: 3, items: [] } };
  expect(skippedWords(partly)).toBe('3 could not be read');
  expect(noFindingWords(reading).title).toBe('No missed change was found');
  expect(noFindingWords(partly).title).toBe('No missed change was found in what could be read');
  for (const state of ['waiting', 'running', 'stopped', 'failed'] as const)
    expect(noFindingWords({ ...reading, state }).title).not.toContain('missed');

  // Which milestones and notes it read, and what it never looks at.
  const part = { read: 3, total: 3, whole: null, done: true };
  const parts = (whole: boolean) => [
    { ...part, part: 'milestones' as const },
    { ...part, part: 'notes' as const, whole },
  ];
  const [short, weekly] = [false, true].map((whole) => ({ ...reading, parts: parts(whole) }));
  expect(noFindingWords(short ?? reading).words).toContain(
    'heard of since thirty days before, and notes made in that time.',
  );
  expect(noFindingWords(weekly ?? reading).words).toContain('and all notes.');
  expect(notReadWords(short ?? reading).join(' ')).toContain('Edits of notes older than that');
  expect(notReadWords(weekly ?? reading).join(' ')).not.toContain('notes');
  // One of an earlier version, without milestones of their own.
  expect(noFindingWords(reading).words).toBe('Webhooks had told of all that it read.');
});

test('what waits is counted in words for production, each kind by its own', () => {
  const waiting = (told: Partial<WaitingReading>): WaitingReading => ({
    connectionId: 'c',
    connectionName: 'Sunny Homes',
    environment: 'production',
    readingId: 'r',
    kind: 'catch-up',
    what: 'failed',
    count: 1,
    ...told,
  });
  const items = [
    waiting({}),
    waiting({ what: 'never-reached-us', count: 2 }),
    waiting({ what: 'never-reached-us', count: 1 }),
    waiting({ environment: 'sandbox' }),
  ];
  expect(readingsWaitingWords(items)).toBe('1 reading failed, 3 projects never reached us');
  expect(readingsWaitingWords([])).toBe('');
  expect(items.map(waitingWords)).toEqual([
    'The last catch-up failed',
    '2 projects never reached us',
    '1 project never reached us',
    'The last catch-up failed',
  ]);
});
