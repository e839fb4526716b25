import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { splitByAsked } from './asked-record-fields.ts';

function asked(name: string, input: JsonObject, kind: string, fields: JsonObject): JsonObject {
  const operation = operationNamed(name);
  if (!operation) throw new Error(`there is no ${name}`);
  return splitByAsked(operation, input, { kind, fields }).asked;
}

test('each kind of thing: what was asked for, in the words of records, and nothing that was there besides', () => {
  const customer = { firstName: 'Lynn', email: 'lynn@example.com', mobile: '+14805550134', city: 'Tucson' };
  const changed = { customer_id: '35', email: 'Lynn@Example.com', phone: '480-555-0134' };
  expect(asked('enerflo.customer.update', changed, 'enerflo.customer', customer)).toEqual({
    email: 'lynn@example.com',
    mobile: '+14805550134',
  });
  const done = { install_id: '1', milestone_id: '2', completed_date: '2026-03-02' };
  const milestone = { title: 'Permit', completedOn: '2026-03-02', startedOn: '2026-03-01', installId: '1' };
  expect(asked('enerflo.milestone.update', done, 'enerflo.milestone', milestone)).toEqual({
    completedOn: '2026-03-02',
  });
  const note = { text: 'Roof is done', installId: '1', authorId: '7' };
  expect(asked('enerflo.note.add', { install_id: '1', body: 'Roof is done' }, 'enerflo.note', note)).toEqual({
    text: 'Roof is done',
  });
  const moved = {
    customer_id: '35',
    appointment_id: '9',
    start: '2026-03-02T16:00:00Z',
    user: 'ada@example.com',
  };
  const appointment = {
    startsAt: '2026-03-02T16:00:00.000Z',
    endsAt: '2026-03-02T17:00:00.000Z',
    assigneeEmail: 'ada@example.com',
    typeId: '4',
    customerId: '35',
  };
  expect(asked('enerflo.appointment.change', moved, 'enerflo.appointment', appointment)).toEqual({
    startsAt: '2026-03-02T16:00:00.000Z',
    assigneeEmail: 'ada@example.com',
  });
});

test('the name of an id goes with it, and a value that Enerflo has otherwise was not written', () => {
  const set = (fields: JsonObject) =>
    asked('enerflo.install.update-status', { install_id: '1', status_id: '3102' }, 'enerflo.install', fields);
  const office = { officeId: '12', office: 'Phoenix' };
  expect(set({ statusId: 3102, status: 'On Hold', ...office })).toEqual({
    statusId: 3102,
    status: 'On Hold',
  });
  expect(set({ status: 'On Hold', ...office })).toEqual({ status: 'On Hold' });
  expect(set({ statusId: 3101, status: 'Active', ...office })).toEqual({});
});
