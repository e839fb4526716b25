import { expect, test } from 'vitest';
import { timeZones, zoneLabel, zoneOffset } from './time-zones.ts';

test('every zone stands once, those of the United States first under the names people say', () => {
  const { american, others } = timeZones();
  const zones = [...american, ...others].map(({ zone }) => zone);
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones).toContain('UTC');
  expect(zones.length).toBeGreaterThan(300);
  expect(american[1]).toEqual({ zone: 'America/New_York', label: 'Eastern time' });
  expect(zoneLabel('America/Sao_Paulo')).toBe('America/Sao Paulo');
});

test('the distance from UTC is the one of that day', () => {
  expect(zoneOffset('America/New_York', Date.parse('2026-01-15T12:00:00Z'))).toBe('GMT-5');
  expect(zoneOffset('America/New_York', Date.parse('2026-07-15T12:00:00Z'))).toBe('GMT-4');
  expect(zoneOffset('Asia/Kolkata', 0)).toBe('GMT+5:30');
});
