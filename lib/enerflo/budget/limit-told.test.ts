import { expect, test } from 'vitest';
import { limitTold } from './limit-told.ts';

const limit = { requests: 300, seconds: 60 };
const now = Date.parse('2026-03-21T10:00:00Z');
const read = (status: number, headers: Record<string, string>) => limitTold({ status, headers }, limit, now);

test('the documented refusal pauses everybody for 41 s, by Retry-After and by the reset alike', () => {
  const date = 'Thu, 21 Mar 2024 16:19:04 GMT';
  const documented = {
    date,
    'retry-after': '41',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': '1711037985',
  };
  const expected = { remaining: 0, pauseMs: 41_000, holdBulkMs: 0, retryAfter: 41 };
  expect(read(429, documented)).toEqual(expected);
  const { 'retry-after': _, ...resetOnly } = documented;
  expect(read(429, resetOnly)).toEqual(expected);
});

test('a refusal that says nothing pauses for a while, an HTTP date until then, nothing for hours', () => {
  expect(read(429, {})).toMatchObject({ pauseMs: 15_000, remaining: 0 });
  expect(read(429, { 'retry-after': new Date(now + 7_000).toUTCString() })).toMatchObject({ pauseMs: 7_000 });
  expect(read(429, { 'retry-after': '86400' })).toMatchObject({ pauseMs: 3_600_000 });
});

test('a refusal that lets us ask again at once is not asked again at once', () => {
  const soon = { pauseMs: 1_000, retryAfter: 1 };
  expect(read(429, { 'retry-after': '0' })).toMatchObject(soon);
  expect(read(429, { 'x-ratelimit-reset': String(now / 1000 - 40) })).toMatchObject(soon);
});

test('few left hold up bulk work only, none left everybody', () => {
  expect(read(200, { 'x-ratelimit-remaining': '295' })).toEqual({
    remaining: 295,
    pauseMs: 0,
    holdBulkMs: 0,
    retryAfter: null,
  });
  expect(read(200, { 'x-ratelimit-remaining': '12' })).toMatchObject({ pauseMs: 0, holdBulkMs: 15_000 });
  expect(read(200, { 'x-ratelimit-remaining': '0' })).toMatchObject({ pauseMs: 5_000, holdBulkMs: 0 });
  expect(read(200, {})).toMatchObject({ remaining: null, pauseMs: 0, holdBulkMs: 0 });
});
