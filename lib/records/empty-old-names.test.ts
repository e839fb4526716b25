import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { emptyOldNames } from './empty-old-names.ts';
import type { FieldChange } from './fold-field.ts';
import { needsAll, observe, type RecordState, refold, refoldHistory } from './fold-record.ts';
import { packMarks, unpackMarks } from './marks.ts';
import { type NamePair, namePairs } from './name-pairs.ts';
import type { Observation } from './observation.ts';
import { minute, namedObservationsInSomeOrder, observation } from './testing/observations.ts';

const pairs: readonly NamePair[] = [{ id: 'statusId', name: 'status' }];
const whole = (observations: readonly Observation[]) => refold(emptyOldNames(observations, pairs));

/** Hears observations one by one, as the worker does: with all that was heard only where it is needed. */
function oneByOne(observations: readonly Observation[]) {
  let record: RecordState | null = null;
  const heard: Observation[] = [];
  const changes = new Map<string, FieldChange[]>();
  const effects = [];
  for (const next of observations) {
    if (!heard.includes(next)) heard.push(next);
    const all = emptyOldNames(heard, pairs);
    const observed = observe(record, next, { pairs, all: needsAll(record, next, pairs) ? all : [] });
    for (const [field, change] of observed.appended)
      changes.set(field, [...(changes.get(field) ?? []), change]);
    for (const field of observed.refold) changes.set(field, refoldHistory(all, field));
    record = { fields: observed.record.fields, marks: unpackMarks(packMarks(observed.record.marks)) };
    effects.push(observed);
  }
  const { fields = {}, marks = new Map() } = record ?? {};
  return { fields, marks, changes: new Map([...changes].filter(([, list]) => list.length > 0)), effects };
}

test('any order of arrival ends in the same, with and without the names of ids', () => {
  fc.assert(
    fc.property(namedObservationsInSomeOrder, ([all, shuffled]) => {
      const { effects: _, ...state } = oneByOne(shuffled);
      expect(state).toEqual(whole(all));
      expect(whole(shuffled)).toEqual(whole(all));
      expect(packMarks(state.marks)).toEqual(packMarks(whole(all).marks));
    }),
    { numRuns: 2000 },
  );
});

test('an observation heard twice changes nothing, and what it did is what it told or a name that is none any more', () => {
  fc.assert(
    fc.property(namedObservationsInSomeOrder, ([, shuffled]) => {
      const { effects: _, ...once } = oneByOne(shuffled);
      const { effects, ...twice } = oneByOne([...shuffled, ...shuffled]);
      expect(twice).toEqual(once);
      for (const again of effects.slice(shuffled.length)) expect(again.changed).toEqual([]);
      effects.slice(0, shuffled.length).forEach((effect, index) => {
        const told = shuffled[index]?.fields ?? {};
        for (const [field, value] of Object.entries(told)) {
          if (!effect.stale.includes(field)) expect(effect.after[field]).toEqual(value);
        }
        expect(Object.keys({ ...told, status: null })).toEqual(expect.arrayContaining(effect.changed));
        expect(Object.keys(told)).toEqual(expect.arrayContaining(effect.stale));
      });
    }),
    { numRuns: 500 },
  );
});

test('a name that came with its id never stands beside another one, by clock and by arrival', () => {
  // Every id has one name here, so that a name tells its id.
  const names: Record<string, string> = { 1: 'sold', 2: 'permit', 3: 'built' };
  fc.assert(
    fc.property(namedObservationsInSomeOrder, fc.boolean(), ([all], byClock) => {
      const together = all.map(({ fields, clock, ...one }): Observation => {
        const { statusId = null, status } = fields;
        const name: JsonObject = status === undefined ? {} : { status: names[String(statusId)] ?? null };
        return {
          ...one,
          clock: byClock ? (clock ?? one.arrivedAt) : null,
          fields: statusId === null ? {} : { statusId, ...name },
        };
      });
      const { statusId = null, status = null } = whole(together).fields;
      expect([null, names[String(statusId)]]).toContain(status);
    }),
    { numRuns: 2000 },
  );
});

const told = (at: number, fields: Observation['fields'], clock = at) =>
  observation(at, { arrived: at, clock, fields });
const active = told(1, { statusId: 3101, status: 'Active' });

test('an id that changes without its name empties the name, and says so as a change, at that time', () => {
  const moved = oneByOne([active, told(2, { statusId: 3101 }), told(3, { statusId: 3102 })]);
  expect(moved.fields).toEqual({ statusId: 3102, status: null });
  expect(moved.effects.map(({ changed }) => changed)).toEqual([[], [], ['statusId', 'status']]);
  expect(moved.changes.get('status')).toEqual([
    expect.objectContaining({ before: 'Active', after: null, at: minute(3), eventId: 'event 0003' }),
  ]);
  expect(moved.effects.flatMap(({ refold }) => refold)).toEqual([]);
});

test('the name stays while the id does, and whoever tells the new one is believed', () => {
  expect(oneByOne([active, told(2, { statusId: 3101 })]).fields.status).toBe('Active');
  const named = [active, told(3, { statusId: 3102 }), told(4, { status: 'On Hold' })];
  expect(oneByOne(named).fields).toEqual({ statusId: 3102, status: 'On Hold' });
  expect(oneByOne(named.toReversed()).fields).toEqual({ statusId: 3102, status: 'On Hold' });
});

test('a change that is heard late empties the name of before, and an older one moves nothing back', () => {
  const late = oneByOne([
    told(1, { status: 'Active' }),
    told(4, { statusId: 3102 }, 4),
    told(5, { statusId: 3101 }, 1),
  ]);
  expect(late.fields).toEqual({ statusId: 3102, status: null });
  expect(late.effects.at(-1)).toMatchObject({ changed: ['status'], stale: ['statusId'] });
  const older = oneByOne([told(3, { statusId: 3102, status: 'On Hold' }), told(4, { statusId: 3101 }, 2)]);
  expect(older.fields).toEqual({ statusId: 3102, status: 'On Hold' });
  expect(older.effects.at(-1)?.changed).toEqual([]);
});

test('the status and the office of an install and the type of an appointment are names of their ids', () => {
  expect(namePairs('enerflo.install')).toEqual([
    { id: 'statusId', name: 'status' },
    { id: 'officeId', name: 'office' },
  ]);
  expect(namePairs('enerflo.appointment')).toEqual([{ id: 'typeId', name: 'type' }]);
  // Its `status_id` may be that of the install (field facts 4.10).
  expect(namePairs('enerflo.change-order')).toEqual([]);
  expect(namePairs('enerflo.gone')).toEqual([]);
});
