import {
  type Fetched,
  fetchedAppointment,
  fetchedCustomer,
  fetchedInstall,
  fetchedMilestone,
  fetchedNote,
} from '#lib/catalog/fetched.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { namePairs } from '#lib/records/name-pairs.ts';
import { askedFields } from './asked-fields.ts';
import { isSame } from './beside.ts';

type Told = Pick<Fetched, 'kind' | 'fields'>;

/**
 * What of that which Enerflo told after a write was asked for in it, and what it told besides: the input is read as
 * though Enerflo told it, and a field that it told otherwise was not written by us. The name of an id goes with the id.
 */
export function splitByAsked(
  operation: Operation,
  input: JsonObject,
  { kind, fields }: Told,
): { asked: JsonObject; besides: JsonObject } {
  const wanted = wantedOf(kind, operation, input);
  const names = new Map(namePairs(kind).map(({ id, name }) => [name, id]));
  const isAsked = (key: string): boolean => {
    const id = names.get(key);
    if (id !== undefined && Object.hasOwn(wanted, id)) return !Object.hasOwn(fields, id) || isAsked(id);
    return Object.hasOwn(wanted, key) && isSame(wanted[key] ?? null, fields[key] ?? null);
  };
  const [asked, besides]: [[string, Json][], [string, Json][]] = [[], []];
  for (const field of Object.entries(fields)) (isAsked(field[0]) ? asked : besides).push(field);
  return { asked: Object.fromEntries(asked), besides: Object.fromEntries(besides) };
}

/** The input as fields of a record of this kind, as far as the operation says what shall be. */
function wantedOf(kind: string, operation: Operation, input: JsonObject): JsonObject {
  const asked = Object.fromEntries(askedFields(operation, input).map(({ key }) => [key, input[key] ?? null]));
  return rowsOf[kind]?.(asked).find((one) => one.kind === kind)?.fields ?? {};
}

/** No id is compared: any will do to be read. */
const id = '0';

/** An input in the words in which Enerflo tells a thing of each kind; what has no word of its own there stands as it is. */
const rowsOf: Readonly<Record<string, (asked: JsonObject) => Fetched[]>> = {
  'enerflo.customer': ({ lead_status, ...asked }) =>
    fetchedCustomer({
      ...asked,
      id,
      ...(lead_status !== undefined && { status_name: lead_status }),
      // Enerflo keeps the one phone number of a form under either name.
      ...(asked.phone !== undefined && { mobile: asked.phone }),
    }),
  'enerflo.install': (asked) => fetchedInstall({ ...asked, id }),
  'enerflo.milestone': (asked) => fetchedMilestone({ ...asked, id }, id),
  'enerflo.note': ({ body }) => fetchedNote({ note_id: id, ...(body !== undefined && { note: body }) }),
  'enerflo.appointment': ({ start, end, user, appointment_type, customer }) =>
    fetchedAppointment({
      id,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
      ...(user !== undefined && { assignee: { email: user } }),
      ...(appointment_type !== undefined && { appointment_type: { id: appointment_type } }),
      ...(customer !== undefined && { customer: { id: customer } }),
    }),
};
