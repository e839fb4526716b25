import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { outboundFailure } from '#lib/http/outbound/outbound-failure.ts';
import type { OutboundResult } from '#lib/http/outbound/outbound-request.ts';
import { nextState, type RetrySettings, retryAfter } from './retry-schedule.ts';

const now = new Date('2026-03-01T12:00:00Z');
const settings: RetrySettings = { waits: [5, 30], step: 0, repeatSafe: false, random: 0.5, now };
const answer = (status: number, headers: Record<string, string> = {}): OutboundResult => ({
  ok: true,
  status,
  headers,
  body: '',
  bodyTruncated: false,
});

describe('after a try', () => {
  test('2xx is delivered; 408, 425, 429 and 5xx are tried again; every other answer fails at once', () => {
    for (const status of [200, 201, 202, 204])
      expect(nextState(answer(status), settings).state).toBe('delivered');
    for (const status of [408, 425, 429, 500, 502, 503, 504, 599]) {
      expect(nextState(answer(status), settings).state).toBe('retrying');
    }
    for (const status of [301, 302, 303, 400, 401, 403, 404, 409, 410, 422]) {
      expect(nextState(answer(status), settings).state).toBe('failed');
    }
  });

  test('what did not arrive is tried again, unless a person must change something first', () => {
    expect(nextState(outboundFailure('REFUSED', 'no'), settings).state).toBe('retrying');
    expect(nextState(outboundFailure('DNS', 'no'), settings).state).toBe('retrying');
    expect(nextState(outboundFailure('ADDRESS_BLOCKED', 'no'), settings).state).toBe('failed');
  });

  test('what may have arrived is unknown, and sent again only where a repeat does no harm', () => {
    const cut = outboundFailure('CUT', 'maybe');
    expect(nextState(cut, settings)).toEqual({ state: 'unknown' });
    expect(nextState(cut, { ...settings, repeatSafe: true }).state).toBe('retrying');
    expect(nextState(cut, { ...settings, repeatSafe: true, step: 2 })).toEqual({ state: 'unknown' });
  });

  test('the schedule ends after its last wait', () => {
    expect(nextState(answer(500), { ...settings, step: 1 })).toEqual({ state: 'retrying', waitMs: 30_000 });
    expect(nextState(answer(500), { ...settings, step: 2 })).toEqual({ state: 'failed' });
  });

  test('Retry-After is believed over the schedule, in seconds or as a date', () => {
    const wait = (header: string) =>
      nextState(answer(429, { 'retry-after': header }), { ...settings, random: 0 });
    expect(wait('7')).toEqual({ state: 'retrying', waitMs: 7_000 });
    expect(wait('Sun, 01 Mar 2026 12:01:00 GMT')).toEqual({ state: 'retrying', waitMs: 60_000 });
    expect(wait('soon')).toEqual({ state: 'retrying', waitMs: 4_000 });
  });
});

test('waits stay within 20 % of the schedule, and never below what the destination asked for', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.nat(100_000), { minLength: 1 }),
      fc.nat(20),
      random,
      fc.nat(200_000),
      (waits, step, at, told) => {
        const one = { ...settings, waits, step, random: at };
        const plain = nextState(answer(503), one);
        const wait = waits[step];
        if (wait === undefined) {
          expect(plain.state).toBe('failed');
          return;
        }
        expect(
          plain.state === 'retrying' && plain.waitMs >= wait * 800 - 1 && plain.waitMs <= wait * 1200 + 1,
        ).toBe(true);
        const asked = nextState(answer(503, { 'retry-after': String(told) }), one);
        const least = Math.min(Math.max(told, 1), 86_400) * 1000;
        expect(asked.state === 'retrying' && asked.waitMs >= least && asked.waitMs <= least * 1.2 + 1).toBe(
          true,
        );
      },
    ),
  );
});

test('any text of Retry-After gives a wait of at most a day, or none', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
      ),
      (text) => {
        const wait = retryAfter(text, now);
        expect(wait === null || (wait >= 1_000 && wait <= 86_400_000)).toBe(true);
      },
    ),
  );
});
