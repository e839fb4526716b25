import { expect, test } from 'vitest';
import { fixedLink } from './fixed-link.ts';

const now = Date.parse('2026-07-01T12:00:00Z');

test('a link without later events ends now, and a range that moves begins where it begins now', () => {
  const { address } = fixedLink({ range: '1h', q: 'bauer' }, now);
  expect(Object.fromEntries(new URLSearchParams(address.split('?')[1]))).toEqual({
    from: '2026-07-01T11:00:00.000Z',
    q: 'bauer',
    to: '2026-07-01T12:00:00.000Z',
  });
});

test('an end that was set stays, unless it is still to come', () => {
  const [past, coming] = ['2026-06-01T00:00:00.000Z', '2026-08-01T00:00:00.000Z'];
  expect(fixedLink({ to: past }, now).address).toContain(encodeURIComponent(past));
  expect(fixedLink({ to: coming }, now).address).toContain(encodeURIComponent('2026-07-01T12:00:00.000Z'));
});

test('where the rows change with time, the words say so', () => {
  expect(fixedLink({ type: 'enerflo.v1.new_customer' }, now).words).toBe(
    'Nothing that comes later is in it.',
  );
  expect(fixedLink({ outcome: 'failed' }, now).words).toMatch(/when their outcome changes\.$/);
  expect(fixedLink({ handled: 'no', outcome: 'failed' }, now).words).toMatch(
    /when their outcome or handling changes\.$/,
  );
});
