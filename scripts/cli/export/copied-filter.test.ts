import { expect, test } from 'vitest';
import { copiedFilter } from './copied-filter.ts';

test.each([
  ['type=sunnova.lead', 'type=sunnova.lead'],
  ['?type=sunnova.lead&q=why%3F', 'type=sunnova.lead&q=why%3F'],
  ['/events?type=sunnova.lead', 'type=sunnova.lead'],
  ['https://console.example.com/events?event=1&type=sunnova.lead#top', 'type=sunnova.lead'],
  ['localhost:3000/events?type=sunnova.lead', 'type=sunnova.lead'],
  ['http://localhost:3000/events', ''],
  ['q=#12', 'q=%2312'],
  ['', ''],
])('%s filters by %s', (text, filter) => {
  expect(copiedFilter(text, 'events').toString()).toBe(filter);
});

test.each([
  'https://console.example.com/audit?q=ada',
  '/cancellations?status=open',
  'localhost:3000/audit?q=ada',
])('%s is of another list', (text) => {
  expect(() => copiedFilter(text, 'events')).toThrow('…/events');
});
