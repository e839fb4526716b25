import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { objectAt } from './keys.ts';
import { readField } from './read-field.ts';
import { firstId, readClock, readFields, readId } from './read-record.ts';
import type { RecordKind } from './record-kind.ts';
import { enerfloAppointment } from './records/enerflo-appointment.ts';
import { enerfloCustomer } from './records/enerflo-customer.ts';
import { enerfloInstall } from './records/enerflo-install.ts';
import { enerfloMilestone } from './records/enerflo-milestone.ts';
import { enerfloNote } from './records/enerflo-note.ts';

/** What a fetched thing tells of one record, in the terms of the catalog. */
export type Fetched = {
  kind: string;
  id: string;
  /** The source's own time of this state, ISO 8601 UTC; null where it tells none. */
  clock: string | null;
  /** Normalised values by field key; what the source does not tell is absent. */
  fields: JsonObject;
  /** It counts for a record that is known already, and makes none. */
  onlyKnown?: true;
};

/** An install of Enerflo's API and the customer inside it; nothing where it has no id. */
export function fetchedInstall(row: JsonObject): Fetched[] {
  const install = fetched(enerfloInstall, row);
  const within = objectAt(row, 'customer');
  const customer = within && fetched(enerfloCustomer, { id: row.customer_id ?? null, ...within });
  return [install, customer].filter((one) => one !== null);
}

/**
 * A customer of Enerflo's API, from a list (v1, flat address) or by its id (v3), by its number. Events of 2.0 tell of
 * the same person by a uuid, which is a record of its own: what is told holds for that as well, where it is known. To
 * make it of every customer would show each twice to companies that take 1.0 alone.
 */
export function fetchedCustomer(row: JsonObject): Fetched[] {
  const customer = fetched(enerfloCustomer, row);
  if (!customer) return [];
  const uuid = newerIdIn(row);
  if (uuid === null || uuid === customer.id) return [customer];
  return [customer, { ...customer, id: uuid, onlyKnown: true }];
}

/** The id of a customer in Enerflo 2.0, as the list has it or the customer by itself (field facts 4.12). */
function newerIdIn(row: JsonObject): string | null {
  const { integration_maps: maps } = row;
  const map = Array.isArray(maps)
    ? maps.filter(isJsonObject).find((one) => one.integration_record_type === 'EnerfloV2Customer')
    : undefined;
  return (
    firstId(row, ['integrations.Enerflo V2.EnerfloV2Customer.integration_record_id']) ??
    firstId(map ?? {}, ['external_id'])
  );
}

/**
 * An appointment of Enerflo's API. What the API takes as `start`, `end` (in UTC) and `user` it may tell by these names
 * too, beside or instead of those of the webhooks (field facts 5.9); no source shows its answers.
 */
export function fetchedAppointment(row: JsonObject): Fetched[] {
  const assignee = objectAt(row, 'assignee') ?? objectAt(row, 'user');
  const appointment = fetched(enerfloAppointment, { ...row, ...(assignee && { assignee }) });
  if (!appointment) return [];
  const times = { startsAt: ['start'], endsAt: ['end'] };
  const sent = Object.entries(times).flatMap(([key, from]) => {
    const read = readField(row, { type: 'instant', from }, null);
    return read?.read && !Object.hasOwn(appointment.fields, key) ? [[key, read.value] as const] : [];
  });
  return [{ ...appointment, fields: { ...appointment.fields, ...Object.fromEntries(sent) } }];
}

/** A note of Enerflo's note list, where `id` is the install and `note_id` the note (field facts 5.6). */
export function fetchedNote(row: JsonObject): Fetched[] {
  const note = fetched(enerfloNote, row);
  return note ? [note] : [];
}

/**
 * A milestone of an install as its list in Enerflo's API has it. No source shows that list: what the webhook keeps
 * under `details` and `install_milestone` is read there or beside each other in the row.
 */
export function fetchedMilestone(row: JsonObject, installId: string): Fetched[] {
  const details = { install_id: row.install_id ?? installId, ...(objectAt(row, 'details') ?? row) };
  const definition = objectAt(row, 'install_milestone') ?? objectAt(row, 'milestone') ?? definitionIn(row);
  const milestone = fetched(enerfloMilestone, { details, install_milestone: definition });
  return milestone ? [milestone] : [];
}

/** The parts of a milestone's definition that stand in the row itself, under the names that they have in the webhook. */
function definitionIn(row: JsonObject): JsonObject {
  const { sequence, description, assigned_user, install_milestone_id, milestone_id } = row;
  const id = install_milestone_id ?? milestone_id;
  const told = { id, sequence, description, assigned_user };
  return Object.fromEntries(
    Object.entries(told).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function fetched(kind: RecordKind, root: JsonObject): Fetched | null {
  const id = readId(kind, root);
  if (id === null) return null;
  const { fields } = readFields(kind, root);
  return {
    kind: kind.kind,
    id,
    clock: readClock(kind, root),
    fields: Object.fromEntries(fields.map(({ key, value }) => [key, value])),
  };
}
