import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json, JsonObject } from '#lib/json.ts';
import { changedSince, seenOf } from './seen.ts';

const values = (told: JsonObject, stamp: string | null = null) => ({ values: told, about: null, stamp });

test('what is as it was seen did not change, whatever the values and the order of their keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (told) => {
      const seen: JsonObject = JSON.parse(JSON.stringify(told));
      const turned = Object.fromEntries(Object.entries(seen).reverse());
      expect(changedSince(seenOf(values(seen)), values(turned))).toBeNull();
    }),
  );
});

test('the fields that differ are named: other values, emptied ones, new ones', () => {
  const seen = seenOf(values({ status_id: '4', office_id: '7', kept: 'x' }));
  const now: Record<string, Json> = { status_id: '5', office_id: null, kept: 'x', agent: '9' };
  expect(changedSince(seen, values(now))).toEqual({ fields: ['status_id', 'office_id', 'agent'] });
});

test('an install that changed in something else is noticed by its own time', () => {
  const seen = seenOf(values({ status_id: '4' }, '2026-01-02T10:00:00.000Z'));
  expect(changedSince(seen, values({ status_id: '4' }, '2026-01-02T10:00:01.000Z'))).toEqual({ fields: [] });
});

test('a status that is told by its name alone is noticed when it changes', () => {
  const named = (status_id: string) => ({ ...values({ install_id: '67890' }), labels: { status_id } });
  const seen = seenOf(named('Active'));
  expect(changedSince(seen, named('Active'))).toBeNull();
  expect(changedSince(seen, named('On Hold'))).toEqual({ fields: ['status_id'] });
});

test('it tells no value, and nonsense in its place counts as a change', () => {
  const seen = seenOf(values({ last_name: 'Featherstonehaugh' }));
  expect(Buffer.from(seen, 'base64url').toString()).not.toContain('Featherstonehaugh');
  expect(changedSince('nonsense', values({}))).toEqual({ fields: [] });
});
