import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import { besideOf, isAsAsked, isSame } from './beside.ts';

const operation = operationNamed('enerflo.customer.update');
if (!operation) throw new Error('there is no such operation');
const update = operation;
const current = (values: JsonObject) => ({ values, about: null, stamp: null });
const input = { customer_id: '5', phone: '4805550134', city: 'Tucson', email: null };

test('only fields that are asked for stand beside today, and only those that differ change', () => {
  const now = current({ customer_id: '5', phone: '4805550199', city: 'Tucson', email: '', zip: '85701' });
  const rows = besideOf(update, input, now).map(({ field, before, after, changes }) => [
    field,
    before,
    after,
    changes,
  ]);
  expect(rows).toEqual([
    ['email', '', null, false],
    ['phone', '4805550199', '4805550134', true],
    ['city', 'Tucson', 'Tucson', false],
  ]);
});

test('a field that Enerflo does not tell counts as changing, and proves nothing afterwards', () => {
  const [row] = besideOf(update, { customer_id: '5', city: 'Tucson' }, current({}));
  expect(row).toMatchObject({ told: false, changes: true, before: null, beforeText: null });
  expect(isAsAsked(update, { customer_id: '5', city: 'Tucson' }, current({}))).toBeNull();
});

test('what Enerflo tells by its name alone is shown, and compared by it only afterwards', () => {
  const asked = { customer_id: '5', agent_user_id: '9' };
  const now = { ...current({}), labels: { agent_user_id: 'Ada Moe' } };
  const [row] = besideOf(update, asked, now, { agent_user_id: 'Ada Moe' });
  // Two users may have one name: before sending nobody says that nothing changes.
  expect(row).toMatchObject({ told: true, before: null, beforeText: 'Ada Moe', changes: true });
  expect(isAsAsked(update, asked, now, { agent_user_id: 'ada moe' })).toBe(true);
  expect(isAsAsked(update, asked, now, { agent_user_id: 'Bo Lee' })).toBe(false);
  expect(isAsAsked(update, asked, now)).toBeNull();
});

test('a number told as a text is the same, another number is not', () => {
  expect(isSame(5, '5')).toBe(true);
  expect(isSame('Tucson ', 'Tucson')).toBe(true);
  expect(isSame(null, '')).toBe(true);
  expect(isSame('lynn.k@example.com', 'Lynn.K@Example.com')).toBe(true);
  expect(isSame('lynn.k@example.com', 'lynnk@example.com')).toBe(false);
  expect(isSame('Call @ Noon', 'call @ noon')).toBe(false);
  expect(isSame(5, 6)).toBe(false);
  expect(isSame(false, 'false')).toBe(false);
});
