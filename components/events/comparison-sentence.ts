import type { EventComparison } from '#lib/events/events.contract.ts';

/** What two events have to do with each other: same record or not, which is newer, how much differs. */
export function comparisonSentence(comparison: EventComparison): string {
  const { one, other, sameRecord, newer, newerBy, fields, paths, morePaths } = comparison;
  if (one.id === other.id) return 'This is the same event twice.';
  const record = sameRecord
    ? `Both are about the same ${one.recordLabel ?? 'record'}.`
    : 'They are about different records.';
  const by = newerBy === 'sender' ? "by the sender's clock" : 'by arrival';
  const age =
    newer === 'neither'
      ? 'They are of the same moment'
      : `The ${newer === 'one' ? 'one' : 'other'} is newer ${by}`;
  const count = fields.filter(({ how }) => how !== 'same').length;
  const raw = paths.filter(({ how }) => how !== 'same').length + morePaths;
  if (count === 0 && raw === 0) return `${record} ${age}; nothing in their data differs.`;
  const words =
    count === 0
      ? 'no field that we read differs'
      : count === 1
        ? '1 field differs'
        : `${count} fields differ`;
  return `${record} ${age}; ${words}.`;
}
