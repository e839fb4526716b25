import { expect, test } from 'vitest';
import { rowSaid } from './row-said.ts';

const row = {
  number: 1,
  state: 'waiting' as const,
  reason: null,
  cells: null,
  input: null,
  notes: [
    { kind: 'put-right' as const, field: 'milestone_id', from: 'Inspection', to: '5678909', why: 'its id' },
    { kind: 'today' as const, field: 'due_on', before: null, after: '2026-07-04', told: true },
  ],
  actionId: null,
  enerfloId: null,
  at: null,
};

test('what a row changes stands before what was put right, since the end of a line may be cut off', () => {
  expect(rowSaid(row)).toBe('empty becomes 2026-07-04 · Inspection → 5678909');
  expect(rowSaid({ ...row, state: 'bad', reason: 'Note is needed.' })).toBe('Note is needed.');
});
