import { wallTime } from '#components/ui/wall-time.ts';
import { utcFromWall } from '#lib/catalog/normalise/zone.ts';
import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { PickKind } from '#lib/operations/field-words.ts';
import type { RecordDetail } from '#lib/records/records.contract.ts';
import { type ActionValues, blankValue, type FormField } from './action-values.ts';

/** An id that something (an event, a record) is told to be about. */
export type KnownId = { kind: string; value: string };

/** What a field is found by, where only an id is known that it does not take: an install by its deal. */
export type Sought = { by: 'deal' | 'customer'; id: string };

/** What a form begins with: what stands in its fields, and what the rest is found by in Enerflo. */
export type Start = { values: ActionValues; sought: Record<string, Sought> };

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

const isUuid = ({ value }: KnownId) => /^[0-9a-f]{8}-/i.test(value);

/**
 * What an operation's form is filled in with from the ids of an event or a record. The REST API takes the number of
 * everything but a deal, whose uuid comes first (field facts 4.12): where only the uuid of a customer or the deal of an
 * install is told, the field is found by it. Of a milestone's two ids that counts which the account's PUT takes.
 */
export function startFromIds(
  fields: readonly FormField[],
  ids: readonly KnownId[],
  settings: Pick<EnerfloSettings, 'milestoneId'>,
): Start {
  const start: Start = { values: {}, sought: {} };
  for (const { key, words } of fields) {
    const { picks } = words;
    const kind = picks && kindOf(picks, settings);
    if (!kind || (words.value ?? 'id') !== 'id') continue;
    const own = ids.filter((id) => id.kind === kind);
    const number = own.find((id) => !isUuid(id));
    const known = picks === 'deal' ? (own.find(isUuid) ?? number) : number;
    const sought = known ? undefined : soughtBy(picks, ids);
    if (known) start.values[key] = known.value;
    else if (sought) start.sought[key] = sought;
  }
  return start;
}

function kindOf(picks: PickKind, { milestoneId }: Pick<EnerfloSettings, 'milestoneId'>): string | undefined {
  return picks === 'milestone' && milestoneId === 'definition'
    ? 'enerflo.milestone-definition'
    : kindOfPick[picks];
}

function soughtBy(picks: PickKind, ids: readonly KnownId[]): Sought | undefined {
  const by = picks === 'install' ? 'deal' : picks === 'customer' ? 'customer' : null;
  const all = ids.filter(({ kind }) => by !== null && kind === kindOfPick[by]);
  const id = all.find(isUuid) ?? all[0];
  return by && id ? { by, id: id.value } : undefined;
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

/**
 * Fills fields from an input as the API tells it; what names no field is left alone. Moments stand on the clocks of a time
 * zone (IANA), in which what is typed is read.
 */
export function valuesFromInput(
  fields: readonly FormField[],
  input: JsonObject,
  timeZone: string,
): ActionValues {
  const found = fields.flatMap((field) => {
    const text = textOf(field, input[field.key], timeZone);
    return text === null ? [] : [[field.key, text] as const];
  });
  return Object.fromEntries(found);
}

function textOf({ blank, words }: FormField, value: Json | undefined, timeZone: string): string | null {
  if (value === null) return blank ? blankValue : null;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return null;
  return words.kind === 'moment' ? clockTime(value, timeZone) : value;
}

/** As it stands where clocks do not tell it to the second, or show it twice in autumn and the other one would be read. */
function clockTime(instant: string, timeZone: string): string {
  const wall = wallTime(instant, timeZone);
  return wall !== '' && utcFromWall(Date.parse(`${wall}Z`), timeZone) === Date.parse(instant)
    ? wall
    : instant;
}
