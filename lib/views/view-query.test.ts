import { expect, test } from 'vitest';
import { eventFilterOf } from '#lib/events/event-query.schema.ts';
import { tidyQuery } from './view-query.schema.ts';

test('equal filters are equal texts, whatever their order and their empty ones', () => {
  const tidy = { query: 'outcome=failed&q=sol+sample&range=24h' };
  expect(tidyQuery('events', 'range=24h&q=sol%20sample&outcome=failed')).toEqual(tidy);
  expect(tidyQuery('events', '?q=sol+sample&type=&outcome=failed&range=24h')).toEqual(tidy);
  expect(tidyQuery('events', '')).toEqual({ query: '' });
});

test('what is no filter of the log is refused, and it is said what', () => {
  const problemOf = (query: string) => {
    const tidy = tidyQuery('events', query);
    return 'problem' in tidy ? tidy.problem : '';
  };
  expect(problemOf('colour=red')).toContain('colour');
  expect(problemOf('source=hubspot')).toContain('source');
  expect(problemOf('ids=01890000-0000-7000-8000-000000000000')).toContain('ids');
  expect(problemOf('type=a&type=b')).toContain('"type" stands twice');
  expect(problemOf('range=1h&from=2026-01-01T00:00:00Z')).toContain('range');
  expect(problemOf('range=2h')).toContain('range');
});

test('a range ends now, whenever that is', () => {
  const now = Date.parse('2026-03-08T12:00:00Z');
  expect(eventFilterOf({ range: '7d', outcome: 'failed' }, now)).toEqual({
    outcome: 'failed',
    from: '2026-03-01T12:00:00.000Z',
  });
  expect(eventFilterOf({ from: '2026-01-01T00:00:00Z' }, now)).toEqual({ from: '2026-01-01T00:00:00Z' });
});
