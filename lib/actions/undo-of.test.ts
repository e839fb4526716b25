import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { readResult } from './action-result.ts';
import { undoOf, undoPromised } from './undo-of.ts';

const input = { install_id: '67890', milestone_id: '3', completed_date: '2024-08-15' };

function undone(before: JsonObject) {
  const milestone = operationNamed('enerflo.milestone.update');
  return milestone && undoOf(milestone, input, before, readResult(null));
}

test('setting a milestone back to another date says that the homeowner may be e-mailed once more', () => {
  const undo = undone({ completed_date: '2024-08-01' });
  expect(undo?.input).toMatchObject({ completed_date: '2024-08-01' });
  expect(undo?.effects.join(' ')).toContain('e-mail the homeowner');
});

test('making the date empty again asks nothing', () => {
  expect(undone({ completed_date: null })).toMatchObject({ input: { completed_date: null }, effects: [] });
});

/** What undoing is promised for setting a customer's fields, by what they hold today. */
function promised(fields: JsonObject, now: JsonObject | null) {
  const update = operationNamed('enerflo.customer.update');
  const current = now && { values: now, about: null, stamp: null };
  return update && undoPromised(update, { customer_id: '5', ...fields }, current);
}

test('what was empty before is promised to be emptied again only where Enerflo takes it empty', () => {
  expect(promised({ phone: '4805550134' }, { phone: null })).toBe('Set the fields back to what they were');
  expect(promised({ last_name: 'Kasper' }, { last_name: null })).toBeNull();
  expect(promised({ last_name: 'Kasper' }, { last_name: '' })).toBeNull();
  expect(promised({ last_name: 'Kasper' }, { last_name: 'Casper' })).not.toBeNull();
});

test('nothing is promised of what Enerflo does not tell, or told in a form that it would not take again', () => {
  expect(promised({ city: 'Tucson' }, { zip: '85701' })).toBeNull();
  expect(promised({ city: 'Tucson' }, null)).toBeNull();
  expect(promised({ state: 'AZ' }, { state: 'Arizona' })).toBeNull();
});

test('a note is promised to be deleted again, though its id is not known yet', () => {
  const add = operationNamed('enerflo.note.add');
  const input = { install_id: '67890', body: 'Roof is fine' };
  expect(add && undoPromised(add, input, null)).toBe('Delete the note again');
});

test('an appointment whose start is not known is no undoing that fails', () => {
  const change = operationNamed('enerflo.appointment.change');
  const moved = { customer_id: '5', appointment_id: '31', start: '2026-03-02T16:00:00Z' };
  expect(change && undoOf(change, moved, { start: null }, readResult(null))).toBeNull();
});
