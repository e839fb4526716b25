import { expect, test } from 'vitest';
import type { PickKind } from '#lib/operations/field-words.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import { operations } from '#lib/operations/registry.ts';
import { blankValue } from './action-values.ts';
import { idsOfRecord, startFromIds, valuesFromAddress, valuesFromInput } from './start-values.ts';

const pick = (key: string, picks: PickKind, value: 'id' | 'email' = 'id') => ({
  key,
  required: true,
  blank: false,
  words: { label: key, kind: 'pick' as const, picks, value },
});
const deal = '59886cce-2504-4da8-b63a-25b088e97b46';
const customer = 'f6ac5e81-ef2d-4981-863a-86bbb4590601';
const listed = { milestoneId: 'listed' as const };
const told = {
  label: '',
  type: 'id',
  hidden: false,
  since: '2026-03-02T16:00:00Z',
  origin: 'event' as const,
  eventId: null,
  readingId: null,
};

test('an event fills in what it is about, and nothing that it does not tell', () => {
  const fields = [pick('install_id', 'install'), pick('user', 'user', 'email'), pick('status_id', 'status')];
  const ids = [
    { kind: 'enerflo.customer', value: '2860314' },
    { kind: 'enerflo.install', value: '4453459' },
    { kind: 'enerflo.user', value: '40773' },
  ];
  expect(startFromIds(fields, ids, listed)).toEqual({ values: { install_id: '4453459' }, sought: {} });
});

test('of two ids of one deal the uuid is taken, of a customer the number', () => {
  const ids = [
    { kind: 'enerflo.deal', value: '2459008' },
    { kind: 'enerflo.deal', value: deal },
    { kind: 'enerflo.customer', value: customer },
    { kind: 'enerflo.customer', value: '2860314' },
  ];
  expect(startFromIds([pick('deal_id', 'deal'), pick('customer_id', 'customer')], ids, listed)).toEqual({
    values: { deal_id: deal, customer_id: '2860314' },
    sought: {},
  });
});

test('a submission tells no install and no number of its homeowner: both are found by what it tells', () => {
  const ids = [
    { kind: 'enerflo.deal', value: deal },
    { kind: 'enerflo.customer', value: customer },
  ];
  const fields = [
    pick('install_id', 'install'),
    pick('milestone_id', 'milestone'),
    pick('customer', 'customer'),
  ];
  expect(startFromIds(fields, ids, listed)).toEqual({
    values: {},
    sought: { install_id: { by: 'deal', id: deal }, customer: { by: 'customer', id: customer } },
  });
  // Of an install that is told itself, no deal is asked.
  const told = [...ids, { kind: 'enerflo.install', value: '4453459' }];
  expect(startFromIds([pick('install_id', 'install')], told, listed).sought).toEqual({});
});

test('a milestone is filled in by the id that the account says the PUT takes, or left to be chosen', () => {
  const milestone = {
    kind: 'enerflo.milestone',
    externalId: '56789',
    fields: [
      { key: 'installId', refersTo: 'enerflo.install', value: '4453459' },
      { key: 'definitionId', refersTo: 'enerflo.milestone-definition', value: 1234 },
      { key: 'title', refersTo: null, value: 'Permit' },
    ].map((field) => ({ ...field, ...told })),
  };
  const fields = [pick('milestone_id', 'milestone')];
  const values = (milestoneId: 'listed' | 'definition', record = milestone) =>
    startFromIds(fields, idsOfRecord(record), { milestoneId }).values;
  expect(values('listed')).toEqual({ milestone_id: '56789' });
  expect(values('definition')).toEqual({ milestone_id: '1234' });
  expect(values('definition', { ...milestone, fields: [] })).toEqual({});
});

test('whatever ids are told, nothing is filled in that its field refuses', () => {
  const kinds = ['install', 'milestone', 'customer', 'appointment', 'note', 'deal', 'change-order'];
  const ids = (value: string) => kinds.map((kind) => ({ kind: `enerflo.${kind}`, value }));
  for (const operation of operations) {
    for (const told of [ids(deal), ids('2459008'), [...ids(deal), ...ids('2459008')]]) {
      const { values } = startFromIds(operationFields(operation), told, listed);
      for (const [key, value] of Object.entries(values)) {
        const taken = operation.input.shape[key]?.safeParse(value).success;
        expect({ operation: operation.name, key, value, taken }).toMatchObject({ taken: true });
      }
    }
  }
});

test('the address fills fields by their names only', () => {
  const address = new URLSearchParams({ install_id: '7', account: 'somewhere', body: '' });
  expect(valuesFromAddress([pick('install_id', 'install'), pick('body', 'note')], address)).toEqual({
    install_id: '7',
  });
});

test('an input fills the fields that it names, as text', () => {
  const fields = [pick('email', 'user'), pick('agent_user_id', 'user')];
  expect(valuesFromInput(fields, { email: 'a@example.com', agent_user_id: null, other: 'x' }, 'UTC')).toEqual(
    {
      email: 'a@example.com',
    },
  );
});

test('what was asked fills every kind of field as it is typed there', () => {
  const fields = [
    ...['start', 'odd', 'again'].map((key) => ({
      ...pick(key, 'user'),
      words: { label: key, kind: 'moment' as const },
    })),
    ...['createDeal', 'notify', 'completed_date', 'needed'].map((key) => pick(key, 'user')),
  ].map((field) => ({ ...field, blank: field.key === 'completed_date' }));
  const input = {
    start: '2026-08-15T16:00:00Z',
    odd: '2026-08-15T16:00:30Z',
    // Half past one for the second time that night.
    again: '2026-11-01T06:30:00Z',
    createDeal: 12,
    notify: false,
    completed_date: null,
    needed: null,
  };
  const values = valuesFromInput(fields, input, 'America/New_York');
  const { again, ...rest } = values;
  expect(rest).toEqual({
    start: '2026-08-15T12:00',
    odd: '2026-08-15T16:00:30Z',
    createDeal: '12',
    notify: 'false',
    completed_date: blankValue,
  });
  const first = valuesFromInput(fields, { again: '2026-11-01T05:30:00Z' }, 'America/New_York').again;
  expect([first, again].toSorted()).toEqual(expect.arrayContaining(['2026-11-01T01:30']));
  expect(first).not.toBe(again);
});
