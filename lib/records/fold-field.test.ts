import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Entry, foldField } from './fold-field.ts';
import { minute, observation, observationsInSomeOrder } from './testing/observations.ts';
import type { Origin } from './told.ts';

function entry(
  number: number,
  told: { arrived: number; clock?: number; status: string | null; origin?: Origin },
): Entry {
  const { status, origin, ...when } = told;
  const { id, fields, ...stamp } = observation(number, { ...when, origin, fields: { status } });
  const { clock, arrivedAt, hash, eventId } = stamp;
  const counts = origin !== 'import';
  const asked = origin !== undefined && origin !== 'event';
  return { clock, arrivedAt, hash, asked, counts, eventId, observationId: id, value: fields.status ?? null };
}

function history(entries: Entry[]): string[] {
  return foldField(entries).changes.map(({ before, after }) => `${before} to ${after}`);
}

describe('a field told with a clock', () => {
  test('keeps the newest state by the clock of the source, whichever came last', () => {
    const sold = entry(1, { arrived: 1, clock: 1, status: 'sold' });
    const permit = entry(2, { arrived: 3, clock: 2, status: 'permit' });
    const built = entry(3, { arrived: 2, clock: 3, status: 'built' });
    expect(foldField([sold, permit, built]).value).toBe('built');
    expect(history([sold, permit, built])).toEqual(['sold to permit', 'permit to built']);
  });

  test('takes the same one of two states with equal clocks in every order', () => {
    const one = entry(1, { arrived: 1, clock: 5, status: 'sold' });
    const other = entry(2, { arrived: 2, clock: 5, status: 'permit' });
    expect(foldField([one, other])).toEqual(foldField([other, one]));
    expect(history([one, other])).toHaveLength(1);
  });
});

describe('a field told with and without a clock', () => {
  test('is compared by arrival, never with the clock of the source', () => {
    const clocked = entry(1, { arrived: 1, clock: 9, status: 'sold' });
    const unclocked = entry(2, { arrived: 2, status: 'permit' });
    expect(foldField([clocked, unclocked]).value).toBe('permit');
  });

  test('is not set back by an old state that arrives late', () => {
    const newer = entry(1, { arrived: 1, clock: 4, status: 'built' });
    const unclocked = entry(2, { arrived: 2, status: 'closed' });
    const late = entry(3, { arrived: 3, clock: 2, status: 'sold' });
    expect(foldField([newer, unclocked, late]).value).toBe('closed');
    expect(history([newer, unclocked, late])).toEqual(['sold to built', 'built to closed']);
  });

  test('takes a newer state that arrives after an observation without a clock', () => {
    const unclocked = entry(1, { arrived: 2, status: 'closed' });
    const newer = entry(2, { arrived: 3, clock: 2, status: 'sold' });
    expect(foldField([newer, unclocked]).value).toBe('sold');
  });
});

test('the first value is not a change, an emptied field is, and null and "" are one emptiness', () => {
  const values = [null, '', 'sold', '', null, 'sold'];
  const entries = values.map((status, index) => entry(index, { arrived: index, status }));
  expect(history(entries)).toEqual(['null to sold', 'sold to null', 'null to sold']);
});

describe('what was read at the source', () => {
  test('counts over what was sent with the same clock, whichever came first, and the later reading over both', () => {
    const sent = entry(1, { arrived: 9, clock: 5, status: 'sold' });
    const read = entry(2, { arrived: 2, clock: 5, status: 'permit', origin: 'fetch' });
    const again = entry(3, { arrived: 3, clock: 5, status: 'built', origin: 'fetch' });
    expect(foldField([sent, read]).value).toBe('permit');
    expect(foldField([again, sent, read]).value).toBe('built');
  });

  test('in the first load is set and counts as no change, and what follows is judged by it', () => {
    const entries = [
      entry(1, { arrived: 1, clock: 1, status: 'sold' }),
      entry(2, { arrived: 2, clock: 2, status: 'permit', origin: 'import' }),
      entry(3, { arrived: 3, clock: 3, status: 'built' }),
    ];
    expect(foldField(entries).value).toBe('built');
    expect(history(entries)).toEqual(['permit to built']);
    expect(history(entries.slice(0, 2))).toEqual([]);
  });
});

test('a change says when it happened by the source, else when we heard of it, and by which event', () => {
  const changes = foldField([
    entry(1, { arrived: 1, status: 'sold' }),
    entry(2, { arrived: 9, clock: 4, status: 'permit' }),
    entry(3, { arrived: 10, status: 'built' }),
  ]).changes;
  expect(changes.map(({ at, eventId }) => [at, eventId])).toEqual([
    [minute(4), 'event 0002'],
    [minute(10), 'event 0003'],
  ]);
});

test('the same entries in any order, some of them twice, give the same value, marks and history', () => {
  fc.assert(
    fc.property(observationsInSomeOrder, ([all, shuffled]) => {
      const entriesOf = (list: typeof all): Entry[] =>
        list.flatMap(({ id, fields, origin, ...stamp }) => {
          if (fields.status === undefined) return [];
          const how = { asked: origin !== 'event', counts: origin !== 'import' };
          return [{ ...stamp, ...how, observationId: id, value: fields.status }];
        });
      expect(foldField(entriesOf([...shuffled, ...shuffled.slice(0, 3)]))).toEqual(foldField(entriesOf(all)));
    }),
    { numRuns: 1000 },
  );
});

test('among entries with a clock the history goes by clock, among the others by arrival', () => {
  const distinct = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 50 }), fc.option(fc.integer({ min: 0, max: 50 }))),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(distinct, (told) => {
      const entries = told.map(([arrived, clock], index) =>
        entry(index, { arrived, clock: clock ?? undefined, status: `value ${index}` }),
      );
      const { changes, value } = foldField(entries);
      const tellers = changes.flatMap(
        (change) => entries.find(({ eventId }) => eventId === change.eventId) ?? [],
      );
      const clocks = tellers.flatMap(({ clock }) => clock ?? []);
      const arrivals = tellers.flatMap(({ clock, arrivedAt }) => (clock === null ? arrivedAt : []));
      expect(changes).toHaveLength(Math.max(0, entries.length - 1));
      expect(clocks).toEqual([...clocks].sort());
      expect(arrivals).toEqual([...arrivals].sort());
      if (changes.length > 0) expect(value).toEqual(changes.at(-1)?.after);
    }),
  );
});
