import { expect, test } from 'vitest';
import type { DestinationDto } from '#lib/destinations/destination.schema.ts';
import { errorsAt, flowInputOf, placeOf } from './flow-input.ts';
import { emptyFlowValues, type FlowValues, fieldRow } from './flow-values.ts';

const right: FlowValues = {
  ...emptyFlowValues,
  name: 'New customers',
  connectionId: '0198c000-0000-7000-8000-000000000001',
  eventTypes: ['enerflo.v1.new_customer'],
  destination: { ...emptyFlowValues.destination, name: 'CRM', url: 'https://crm.example.com/contacts' },
  rows: [fieldRow('email', { kind: 'record', record: 'enerflo.customer', field: 'email' })],
};
const stored: DestinationDto = {
  id: '1',
  connectionId: '2',
  name: 'CRM',
  method: 'POST',
  url: 'https://crm.example.com/contacts',
  headers: {},
  auth: 'bearer',
  username: null,
  hasSecret: true,
  repeatSafe: false,
};

function problems(values: FlowValues, saved: DestinationDto | null = null) {
  const made = flowInputOf(values, saved);
  return 'problems' in made ? errorsAt(made.problems, values) : {};
}

test('a filled form makes the input of the API; an empty secret is left out, so that the stored one stays', () => {
  const values = { ...right, destination: { ...right.destination, auth: 'bearer' as const } };
  const made = flowInputOf(values, stored);
  expect('input' in made && made.input.destination).toEqual({
    name: 'CRM',
    method: 'POST',
    url: 'https://crm.example.com/contacts',
    headers: {},
    auth: 'bearer',
    username: undefined,
    secret: undefined,
    repeatSafe: false,
  });
});

test('an empty form says at every field what is missing, in words', () => {
  const wrong = problems({ ...emptyFlowValues, rows: [fieldRow('', null)] });
  expect(wrong.name?.message).toBe('Give the flow a name.');
  expect(wrong.connectionId?.message).toBe('Choose an account.');
  expect(wrong.eventTypes?.message).toBe('Choose at least one type of event.');
  expect(wrong.destination?.name?.message).toBe('Give the destination a name.');
  expect(wrong.destination?.url?.message).toBe('Give the address.');
  expect(wrong.rows?.[0]?.target?.message).toBe('Name the field to fill.');
  expect(wrong.rows?.[0]?.source?.message).toBe('Choose a field, or a fixed value.');
  expect(problems({ ...right, rows: [] }).rows?.message).toBe('Map at least one field.');
});

test('a stored token is asked for again where it would go to another address', () => {
  const moved = { ...right.destination, auth: 'bearer' as const, url: 'https://elsewhere.example.com/' };
  expect(problems({ ...right, destination: moved }, stored).destination?.secret?.message).toContain('again');
  const path = { ...moved, url: 'https://crm.example.com/leads' };
  expect(problems({ ...right, destination: path }, stored)).toEqual({});
});

test('a wrong header is told at its row, by whichever side found it', () => {
  const headers = [
    { name: 'X-Team', value: 'a' },
    { name: 'X-Api-Key', value: 'b' },
  ];
  const values = { ...right, destination: { ...right.destination, headers } };
  expect(problems(values).destination?.headers?.[1]?.name?.message).toContain('carries a secret');
  expect(placeOf('destination.headers.X-Team', values)).toBe('destination.headers.0.name');
  const twice = { ...right.destination, headers: headers.map(() => ({ name: 'X-Team', value: 'a' })) };
  const told = problems({ ...right, destination: twice });
  expect(told.destination?.headers?.[0]?.name?.message).toContain('twice');
});

test('two rows that fill the same field are told at the second', () => {
  const source = { kind: 'field', path: 'a' } as const;
  const wrong = problems({ ...right, rows: [fieldRow('name', source), fieldRow('name', source)] });
  expect(wrong.rows?.[0]).toBeUndefined();
  expect(wrong.rows?.[1]?.target?.message).toContain('Row 1 fills name already');
});
