import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { readResult } from './action-result.ts';
import { undoOf } from './undo-of.ts';

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
