import { expect, test } from 'vitest';
import { eventIdIn } from './event-id-in.ts';

const id = '019a8c1e-7c1d-7e3a-9c55-6a7d3c1f2e10';

test('a link, an id and a short id all name an event', () => {
  expect(eventIdIn(id.toUpperCase())).toEqual({ id });
  expect(eventIdIn(`https://heliograph.example/events/${id}`)).toEqual({ id });
  expect(eventIdIn(`https://heliograph.example/events?source=enerflo&event=${id}`)).toEqual({ id });
  expect(eventIdIn('  3C1F2E10 ')).toEqual({ short: '3c1f2e10' });
});

test('anything else names none', () => {
  for (const text of ['', 'Jane Roe', '4805550134x', '123456789']) expect(eventIdIn(text)).toBeNull();
});
