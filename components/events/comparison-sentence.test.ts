import { expect, test } from 'vitest';
import type { EventComparison, EventItem } from '#lib/events/events.contract.ts';
import { comparisonSentence } from './comparison-sentence.ts';

const item = (id: string): EventItem => ({
  id,
  type: 'enerflo.v1.update_install',
  label: 'Install changed',
  known: true,
  source: 'enerflo',
  environment: 'production',
  connection: 'Enerflo',
  connectionId: 'c',
  outcome: 'ignored',
  handled: null,
  receivedAt: '2026-01-02T10:00:00.000Z',
  receivedCount: 1,
  about: null,
  recordId: '7',
  recordLabel: 'Enerflo install',
  complete: true,
  test: false,
  warningCount: 0,
});
const field: EventComparison['fields'][number] = {
  record: 'Enerflo install',
  externalId: '7',
  field: 'status',
  label: 'Status',
  type: 'text',
  how: 'changed',
  one: 'On Hold',
  other: 'Active',
  hidden: false,
};
const comparison = (more: Partial<EventComparison>): EventComparison => ({
  one: item('1'),
  other: item('2'),
  sameRecord: true,
  newer: 'other',
  newerBy: 'sender',
  fields: [field],
  paths: [],
  morePaths: 0,
  personalHidden: false,
  ...more,
});

test('says whether they are of one record, which is newer, and how much differs', () => {
  expect(comparisonSentence(comparison({}))).toBe(
    "Both are about the same Enerflo install. The other is newer by the sender's clock; 1 field differs.",
  );
  expect(
    comparisonSentence(
      comparison({ sameRecord: false, newer: 'one', newerBy: 'arrival', fields: [field, field] }),
    ),
  ).toBe('They are about different records. The one is newer by arrival; 2 fields differ.');
  expect(comparisonSentence(comparison({ fields: [{ ...field, how: 'same' }], newer: 'neither' }))).toBe(
    'Both are about the same Enerflo install. They are of the same moment; nothing in their data differs.',
  );
  expect(comparisonSentence(comparison({ other: item('1') }))).toBe('This is the same event twice.');
});
