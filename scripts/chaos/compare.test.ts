import { expect, test } from 'vitest';
import { compare } from './compare.ts';

const flowPaths = ['/records/once'];
const body = Buffer.from('{"id":1}');

function accounts() {
  return {
    flowPaths,
    sent: [{ number: 1, body, tries: 3, acknowledged: ['e1', 'e1'] }],
    events: [
      {
        id: 'e1',
        number: 1,
        bytes: Buffer.from(body),
        outcome: 'delivered',
        applied: true,
        receivedCount: 2,
      },
    ],
    deliveries: [{ eventId: 'e1', path: '/records/once', state: 'delivered', unknownAttempts: 0 }],
    ledger: [{ eventId: 'e1', path: '/records/once', number: 1 }],
  };
}

function mismatches(change: (all: ReturnType<typeof accounts>) => void): string {
  const all = accounts();
  change(all);
  return compare(all).mismatches.join('\n');
}

test('finds nothing where the three accounts agree, and counts them', () => {
  const { counts, mismatches: found } = compare(accounts());
  expect(found).toEqual([]);
  expect(counts).toMatchObject({
    requests: 3,
    acknowledged: 2,
    distinct: 1,
    events: 1,
    delivered: 1,
    'ledger lines': 1,
  });
});

test('an event stored without an acknowledgement, or in doubt with a line or without, is no mismatch', () => {
  const all = accounts();
  const stored = { ...all, sent: [{ number: 1, body, tries: 3, acknowledged: ['e1'] }] };
  expect(compare(stored).mismatches).toEqual([]);
  const inDoubt = {
    ...all,
    events: all.events.map((event) => ({ ...event, outcome: 'unknown' })),
    deliveries: all.deliveries.map((delivery) => ({ ...delivery, state: 'unknown', unknownAttempts: 1 })),
  };
  expect(compare(inDoubt).mismatches).toEqual([]);
  expect(compare({ ...inDoubt, ledger: [] }).mismatches).toEqual([]);
});

test.each<[string, (all: ReturnType<typeof accounts>) => void]>([
  ['never accepted', ({ sent }) => sent.push({ number: 2, body, tries: 9, acknowledged: [] })],
  ['not in the database', ({ sent }) => sent[0]?.acknowledged.push('e9')],
  ['other bytes', ({ events }) => events[0]?.bytes.fill('x')],
  [
    'became 2 events',
    ({ events }) =>
      events.push({ id: 'e2', number: 1, bytes: body, outcome: '', applied: true, receivedCount: 0 }),
  ],
  ['counted 1 times', ({ events }) => events[0] && Object.assign(events[0], { receivedCount: 1 })],
  ['counted 4 times', ({ events }) => events[0] && Object.assign(events[0], { receivedCount: 4 })],
  ['never sent', ({ sent }) => sent.splice(0)],
  ['not applied', ({ events }) => events[0] && Object.assign(events[0], { applied: false })],
  ['says it is sending', ({ events }) => events[0] && Object.assign(events[0], { outcome: 'sending' })],
  ['has no delivery to', ({ deliveries }) => deliveries.splice(0)],
  ['is failed', ({ deliveries }) => deliveries[0] && Object.assign(deliveries[0], { state: 'failed' })],
  ['the ledger has no line', ({ ledger }) => ledger.splice(0)],
  [
    'of which there is no delivery',
    ({ ledger }) => ledger.push({ eventId: 'e1', path: '/records/other', number: 1 }),
  ],
  ['arrived 2 times', ({ ledger }) => ledger.push({ eventId: 'e1', path: '/records/once', number: 1 })],
])('reports that something %s', (words, change) => {
  expect(mismatches(change)).toContain(words);
});
