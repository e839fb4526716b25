import { maskRecordId } from '#lib/catalog/mask-record-id.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import type { CaughtUpItem, FindingItem, ReadingItem, WantedItem } from './readings.contract.ts';
import type { FieldDifference } from './readings.schema.ts';

/** Of every cause the same words: it may lie with Enerflo, with the key or with the account here. */
const hiddenError = 'It could not go on. The reason is hidden from viewers: ask an operator.';

/** A reading for those who may not see personal values: what Enerflo said of single things may name somebody. */
export function hideInReading(reading: ReadingItem): ReadingItem {
  const { count, items } = reading.skipped;
  const error = reading.error && hiddenError;
  return { ...reading, error, skipped: { count, items: items.map((item) => ({ ...item, said: null })) } };
}

/** A finding for those who may not see personal values. */
export function hideInFinding(finding: FindingItem): FindingItem {
  const { kind } = finding;
  const externalId = maskRecordId(kind, finding.externalId);
  return {
    ...finding,
    externalId,
    about: null,
    fields: finding.fields.map((field) =>
      hideInDifference(
        field,
        isPlain(field, ({ kind: of }) => of === kind),
      ),
    ),
  };
}

/** A wanted install for those who may not see personal values. */
export function hideInWanted(wanted: WantedItem): WantedItem {
  const differences = wanted.differences?.map((one) => ({
    ...one,
    ...hideInDifference(
      one,
      isPlain(one, ({ label }) => label === one.record),
    ),
  }));
  return { ...wanted, differences: differences ?? null };
}

/** A change that was caught up for those who may not see personal values. */
export function hideInCaughtUp(item: CaughtUpItem): CaughtUpItem {
  const plain = isPlain(item, ({ kind }) => kind === item.kind);
  return {
    ...item,
    ...hideInDifference(item, plain),
    externalId: maskRecordId(item.kind, item.externalId),
  };
}

function isPlain(
  { field }: FieldDifference,
  isKind: (kind: { kind: string; label: string }) => boolean,
): boolean {
  const fields = recordKinds.find(isKind)?.fields ?? [];
  return fields.find(({ key }) => key === field)?.class === 'plain';
}

function hideInDifference(difference: FieldDifference, plain: boolean): FieldDifference {
  return plain ? difference : { ...difference, before: null, after: null, hidden: true };
}
