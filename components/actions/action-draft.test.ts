import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { draftPlace, forgetActionDraft, keepActionDraft, readActionDraft } from './action-draft.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => vi.unstubAllGlobals());

const blank = { install_id: '', body: '' };
const filled = { install_id: '7', body: '' };
const note = (openedFrom: string, start = blank) => draftPlace('enerflo.note.add', 'one', openedFrom, start);

test('a form opened from an event finds its own draft again, also where it began filled in', () => {
  keepActionDraft(note('event-1', filled), { install_id: '7', body: 'Gate code is 1' }, filled);
  expect(readActionDraft(note('event-1', filled))).toEqual({ body: 'Gate code is 1' });
  expect(readActionDraft(note('event-2'))).toBeNull();
});

test('the draft of the plain form outlives what is typed in one opened from something', () => {
  keepActionDraft(note(''), { install_id: '3', body: 'Long text' }, blank);
  keepActionDraft(note('record-1', filled), { install_id: '7', body: 'Short' }, filled);
  keepActionDraft(note('', filled), { install_id: '7', body: 'By a link' }, filled);
  expect(readActionDraft(note(''))).toEqual({ install_id: '3', body: 'Long text' });
  expect(readActionDraft(note('', filled))).toBeNull();
  forgetActionDraft(note('record-1', filled));
  expect(readActionDraft(note('record-1', filled))).toBeNull();
  expect(readActionDraft(note(''))).not.toBeNull();
});

test('what is as the form began is no draft', () => {
  keepActionDraft(note('event-1', filled), { install_id: '7', body: 'x' }, filled);
  keepActionDraft(note('event-1', filled), filled, filled);
  expect(readActionDraft(note('event-1', filled))).toBeNull();
});

test('what was found in Enerflo and filled in is no draft; what was typed beside it or chosen instead is', () => {
  const place = note('event-1');
  const found = { install_id: '7' };
  keepActionDraft(place, { install_id: '7', body: '' }, blank, found);
  expect(readActionDraft(place)).toBeNull();
  keepActionDraft(place, { install_id: '7', body: 'Gate code is 1' }, blank, found);
  expect(readActionDraft(place)).toEqual({ body: 'Gate code is 1' });
  keepActionDraft(place, { install_id: '9', body: '' }, blank, found);
  expect(readActionDraft(place)).toEqual({ install_id: '9' });
  // Emptied it is as it was before anything was found: opened again, it is looked for again.
  keepActionDraft(place, blank, blank, found);
  expect(readActionDraft(place)).toBeNull();
});

test('what the form began with and a person took out stays out', () => {
  keepActionDraft(note('event-1', filled), blank, filled);
  expect(readActionDraft(note('event-1', filled))).toEqual({ install_id: '' });
});
