import { expect, test } from 'vitest';
import { dayIn } from './day-in.ts';

test('today is the day of the company, whatever day it is where the person sits', () => {
  const evening = new Date('2026-03-03T02:30:00Z');
  expect(dayIn('America/Phoenix', evening)).toBe('2026-03-02');
  expect(dayIn('Europe/Berlin', evening)).toBe('2026-03-03');
});
