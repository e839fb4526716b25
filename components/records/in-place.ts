import type { RelatedRecord } from '#lib/records/records.contract.ts';

/** Records of one kind by their place among their like; those that tell none come behind, in the order they had. */
export function inPlace<Placed extends Pick<RelatedRecord, 'place'>>(records: readonly Placed[]): Placed[] {
  const told = records.filter(({ place }) => place !== null);
  const others = records.filter(({ place }) => place === null);
  return [...told.toSorted((a, b) => (a.place ?? 0) - (b.place ?? 0)), ...others];
}
