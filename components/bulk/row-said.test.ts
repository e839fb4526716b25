import { expect, test } from 'vitest';
import { nothingSent } from '#lib/actions/nothing-sent.ts';
import { rowSaid } from './row-said.ts';

const row = {
  number: 1,
  state: 'waiting' as const,
  reason: null,
  cells: null,
  homeowner: null,
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
  expect(rowSaid(row, 'UTC')).toBe('empty becomes 2026-07-04 · Inspection → 5678909');
  expect(rowSaid({ ...row, state: 'bad', reason: 'Note is needed.' }, 'UTC')).toBe('Note is needed.');
});

test('what is done still says what that changed, unless nothing had to be sent', () => {
  const done = (reason: string) => rowSaid({ ...row, state: 'done', reason }, 'UTC');
  expect(done('The milestone was changed.')).toBe('The milestone was changed. empty → 2026-07-04');
  expect(done(nothingSent)).toBe(nothingSent);
});

test('what stood in a file turns and hides nothing of the line', () => {
  const note = { kind: 'put-right' as const, field: 'name', from: 'Quinn \u202egnp', to: '\u200bQ', why: '' };
  expect(rowSaid({ ...row, notes: [note] }, 'UTC')).toBe('\u2068Quinn U+202Egnp\u2069 → \u2068U+200BQ\u2069');
});

test('a time is told as people read it, on their clock', () => {
  const note = {
    kind: 'put-right' as const,
    field: 'start',
    from: '2:30 pm',
    to: '2026-08-16T00:30:00Z',
    why: '',
  };
  expect(rowSaid({ ...row, notes: [note] }, 'Pacific/Honolulu')).toBe(
    '2:30 pm → Sat, Aug 15, 2026, 14:30 HST',
  );
});
