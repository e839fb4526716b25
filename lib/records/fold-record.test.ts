import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldChange } from './fold-field.ts';
import { observe, type RecordState, refold, refoldHistory } from './fold-record.ts';
import { packMarks, unpackMarks } from './marks.ts';
import type { Observation } from './observation.ts';
import { observation, observationsInSomeOrder } from './testing/observations.ts';

/** Hears observations one by one, as the worker does. */
function oneByOne(observations: Observation[]) {
  let record: RecordState | null = null;
  const heard: Observation[] = [];
  const changes = new Map<string, FieldChange[]>();
  const effects = [];
  for (const next of observations) {
    const observed = observe(record, next);
    if (!heard.includes(next)) heard.push(next);
    for (const [field, change] of observed.appended)
      changes.set(field, [...(changes.get(field) ?? []), change]);
    for (const field of observed.refold) changes.set(field, refoldHistory(heard, field));
    record = { fields: observed.record.fields, marks: unpackMarks(packMarks(observed.record.marks)) };
    effects.push(observed);
  }
  const withChanges = [...changes].filter(([, list]) => list.length > 0);
  return {
    fields: record?.fields ?? {},
    marks: record?.marks ?? new Map(),
    changes: new Map(withChanges),
    effects,
  };
}

test('any order of the same observations ends in the same fields, marks and history as folding them at once', () => {
  fc.assert(
    fc.property(observationsInSomeOrder, ([all, shuffled]) => {
      const { effects: _, ...state } = oneByOne(shuffled);
      const whole = refold(all);
      expect(state).toEqual(whole);
      expect(packMarks(state.marks)).toEqual(packMarks(whole.marks));
    }),
    { numRuns: 2000 },
  );
});

test('an observation heard twice changes nothing', () => {
  fc.assert(
    fc.property(observationsInSomeOrder, ([, shuffled]) => {
      const { effects: _, ...once } = oneByOne(shuffled);
      const { effects, ...twice } = oneByOne([...shuffled, ...shuffled]);
      expect(twice).toEqual(once);
      for (const again of effects.slice(shuffled.length)) {
        expect(again.changed).toEqual([]);
        expect(again.after).toEqual(again.before ?? {});
      }
    }),
  );
});

test('an observation is stale exactly in the fields that something newer has told', () => {
  fc.assert(
    fc.property(observationsInSomeOrder, ([, shuffled]) => {
      const { effects } = oneByOne(shuffled);
      effects.forEach((effect, index) => {
        const told = shuffled[index]?.fields ?? {};
        for (const [field, value] of Object.entries(told)) {
          if (!effect.stale.includes(field)) expect(effect.after[field]).toEqual(value);
        }
        for (const field of effect.changed) expect(effect.after[field]).not.toEqual(effect.before?.[field]);
      });
    }),
  );
});

describe('ten updates of an install, of which two change its status', () => {
  const statuses = [
    'Sold',
    'Sold',
    'Sold',
    'Permit',
    'Permit',
    'Permit',
    'Permit',
    'Built',
    'Built',
    'Built',
  ];
  const updates = statuses.map((status, index) =>
    observation(index, { arrived: index, clock: index, fields: { status, cost: index } }),
  );

  test('give exactly two changes of status', () => {
    const { changes, effects } = oneByOne(updates);
    expect(changes.get('status')?.map(({ before, after }) => [before, after])).toEqual([
      ['Sold', 'Permit'],
      ['Permit', 'Built'],
    ]);
    expect(effects.filter((effect) => effect.changed.includes('status'))).toHaveLength(2);
  });

  test('give the same two changes when they arrive backwards, and only the newest counts', () => {
    const { changes, fields, effects } = oneByOne([...updates].reverse());
    expect(changes.get('status')).toEqual(oneByOne(updates).changes.get('status'));
    expect(fields).toEqual({ status: 'Built', cost: 9 });
    expect(effects.filter((effect) => effect.changed.length > 0)).toEqual([]);
    expect(effects.slice(1).every((effect) => effect.stale.length === 2)).toBe(true);
  });
});

test('what is absent says nothing, and the first thing heard of a record or a field is not a change', () => {
  const first = observe(null, observation(1, { arrived: 1, fields: { status: 'Sold' } }));
  const second = observe(first.record, observation(2, { arrived: 2, fields: { owner: 'Ada' } }));
  expect(first.before).toBeNull();
  expect(second.before).toEqual({ status: 'Sold' });
  expect(second.after).toEqual({ status: 'Sold', owner: 'Ada' });
  expect([...first.changed, ...second.changed]).toEqual([]);
});

test('observations that come in order only add to the histories, with and without clocks', () => {
  const clocks = [1, null, 2, 3, null, null, 4];
  const inOrder = clocks.map((clock, at) =>
    observation(at, { arrived: at, clock, fields: { status: `${at}` } }),
  );
  const { effects, changes } = oneByOne(inOrder);
  expect(effects.flatMap((effect) => effect.refold)).toEqual([]);
  expect(changes.get('status')).toHaveLength(6);
});

test('a record known by its first load alone has no history, in any order', () => {
  fc.assert(
    fc.property(observationsInSomeOrder, ([, shuffled]) => {
      const imported = shuffled.map((one) => ({ ...one, origin: 'import' as const, eventId: null }));
      const { changes, effects: _, ...state } = oneByOne(imported);
      expect(changes.size).toBe(0);
      expect({ ...state, changes }).toEqual(refold(imported));
    }),
  );
});
