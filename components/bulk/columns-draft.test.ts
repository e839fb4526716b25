import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetColumnsDraft, keepColumnsDraft, readColumnsDraft } from './columns-draft.ts';

const kept = new Map<string, string>();
beforeEach(() => {
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  kept.clear();
  vi.unstubAllGlobals();
});

const start = { fills: { install_id: { column: 0 } }, askEnerflo: true };
const chosen = { fills: { body: { value: 'Booked' } }, askEnerflo: false };

test('what was matched, taken out and ticked is there again, in its own bulk alone', () => {
  keepColumnsDraft('one', chosen, start);
  expect(readColumnsDraft('one', start)).toEqual(chosen);
  expect(readColumnsDraft('two', start)).toBeNull();
});

test('what nobody touched is as it is by now, not as it was then', () => {
  keepColumnsDraft('one', { fills: { ...start.fills, body: { column: 1 } }, askEnerflo: true }, start);
  const since = { fills: { install_id: { column: 4 } }, askEnerflo: true };
  expect(readColumnsDraft('one', since)?.fills).toEqual({ install_id: { column: 4 }, body: { column: 1 } });
});

test('nothing is kept of columns that are as they were, or checked by now', () => {
  keepColumnsDraft('one', chosen, start);
  keepColumnsDraft('one', { fills: { install_id: { column: 0 } }, askEnerflo: true }, start);
  expect(kept.size).toBe(0);
  keepColumnsDraft('one', chosen, start);
  forgetColumnsDraft('one');
  expect(readColumnsDraft('one', start)).toBeNull();
});

test('what another version kept otherwise, or storage that is forbidden, keeps nobody from matching', () => {
  kept.set('heliograph.columns-draft.one', '{"fills":{"body":"1"}}');
  expect(readColumnsDraft('one', start)).toBeNull();
  kept.set('heliograph.columns-draft.one', '{');
  expect(readColumnsDraft('one', start)).toBeNull();
  vi.stubGlobal('sessionStorage', undefined);
  keepColumnsDraft('one', chosen, start);
  forgetColumnsDraft('one');
  expect(readColumnsDraft('one', start)).toBeNull();
});
