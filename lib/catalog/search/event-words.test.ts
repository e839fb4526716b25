import { expect, test } from 'vitest';
import { eventWords, type SearchedEvent } from './event-words.ts';

const event: SearchedEvent = {
  id: '019ca8d7-2d00-7000-a000-0000deadbeef',
  remoteAddress: '203.0.113.7',
  ids: [],
  ofRecords: new Set(),
  unread: null,
};
const words = (more: Partial<SearchedEvent>) => eventWords({ ...event, ...more }).slice(2);
const id = (value: string) => ({ kind: 'crm.object', label: 'CRM object id', value });

test('an event has its short id and its sender, the ids that no record of it has, and what an unread body says', () => {
  expect(eventWords(event)).toEqual(['deadbeef', 'from:203.0.113.7']);
  expect(words({ ids: [id('4471'), id('0015e00000AbCdEAAV')], ofRecords: new Set(['4471']) })).toEqual([
    '0015e00000abcde',
  ]);
  expect(words({ ids: [id('7')], unread: { id: 7, dealId: 'D-900', email: 'ada@example.com' } })).toEqual([
    '7',
    'd-900',
    'email:ada@example.com',
    'email:ada',
  ]);
});

test('an id that tells a phone number of the same body, or passes for a word of somebody’s, is no id', () => {
  const unread = { contactId: '4805550134', phone: '+1 480 555 0134', externalId: 'name:ada1' };
  expect(words({ ids: [id('4805550134'), id('0134')], unread })).toEqual([
    '0134',
    'phone:4805550134',
    'phone:5550134',
    'phone:0134',
  ]);
});
