import type { PickKind } from '#lib/operations/field-words.ts';
import type { RecordDetail } from '#lib/records/records.contract.ts';
import type { ActionValues, FormField } from './action-values.ts';

/** An id that something (an event, a record) is told to be about. */
export type KnownId = { kind: string; value: string };

/** Which kind of record stands behind what is picked. Users and statuses are never taken from an event. */
const kindOfPick: Partial<Record<PickKind, string>> = {
  install: 'enerflo.install',
  milestone: 'enerflo.milestone',
  customer: 'enerflo.customer',
  appointment: 'enerflo.appointment',
  note: 'enerflo.note',
  deal: 'enerflo.deal',
  'change-order': 'enerflo.change-order',
};

const uuid = /^[0-9a-f]{8}-/i;

/**
 * Fills the fields of an operation from the ids of an event. Of ids of both of Enerflo's generations the one comes
 * first that the REST API takes: the uuid of a deal, the number of everything else (field facts 4.12).
 */
export function valuesFromIds(fields: readonly FormField[], ids: readonly KnownId[]): ActionValues {
  const found = fields.flatMap(({ key, words }) => {
    const kind = words.picks && kindOfPick[words.picks];
    if (!kind || (words.value ?? 'id') !== 'id') return [];
    const all = ids.filter((id) => id.kind === kind);
    const fits = ({ value }: KnownId) => uuid.test(value) === (words.picks === 'deal');
    const best = all.find(fits) ?? all[0];
    return best ? [[key, best.value] as const] : [];
  });
  return Object.fromEntries(found);
}

/** The ids of a record: its own, and those of what it names. */
export function idsOfRecord({
  kind,
  externalId,
  fields,
}: Pick<RecordDetail, 'kind' | 'externalId' | 'fields'>): KnownId[] {
  const named = fields.flatMap(({ refersTo, value }) =>
    refersTo && (typeof value === 'string' || typeof value === 'number')
      ? [{ kind: refersTo, value: String(value) }]
      : [],
  );
  return [{ kind, value: externalId }, ...named];
}

/** Fills fields from the address of the page; what names no field is left alone. */
export function valuesFromAddress(
  fields: readonly FormField[],
  address: { get: (key: string) => string | null },
): ActionValues {
  const found = fields.flatMap(({ key }) => {
    const value = address.get(key);
    return value ? [[key, value] as const] : [];
  });
  return Object.fromEntries(found);
}
