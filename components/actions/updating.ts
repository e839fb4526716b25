import type { Preview } from '#lib/actions/action.schema.ts';
import type { JsonObject } from '#lib/json.ts';
import { leadKind } from '#lib/operations/enerflo/customers-found.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { willBeUpdated } from '#lib/operations/will-be-updated.ts';

/** What stands in Enerflo already and is updated by a form, by our id of it. */
export type Updating = { kind: string; id: string; about: string; integrationRecordId: string };

/**
 * The fields of a lead by which Enerflo tells an update from a new one: our id of it, and its kind where that is sent
 * beside it.
 */
const ownIdFields: readonly { id: string; kind?: string }[] = [
  { id: 'integration_record_id' },
  { id: 'customer_integration_id', kind: 'customer_integration_record_type' },
];

type Form = Pick<Operation, 'input'>;

function fieldsOf({ input }: Form) {
  return ownIdFields.find(({ id }) => id in input.shape);
}

/** Whether a form can update a lead by our id of it. */
export function takesOwnId(form: Form): boolean {
  return fieldsOf(form) !== undefined;
}

/** Whether an id of a lead stands in the fields, rather than following from the others. */
export function hasOwnId(form: Form, values: Readonly<Record<string, string | undefined>>): boolean {
  const fields = fieldsOf(form);
  return fields !== undefined && Boolean(values[fields.id]);
}

/** What is to stand in the fields for this one to be updated; null: for another to be added. */
export function ownIdValues(
  form: Form,
  one: Pick<Updating, 'integrationRecordId'> | null,
): Record<string, string> {
  const fields = fieldsOf(form);
  if (!fields) return {};
  const { id, kind } = fields;
  return { [id]: one?.integrationRecordId ?? '', ...(kind && { [kind]: one ? leadKind : '' }) };
}

type Lookalikes = Pick<Preview, 'input' | 'lookalikes'>;

/**
 * What a preview updates: what it found under the id that would be sent, else what the person chose (`chosen`), as long
 * as its id is the one sent. A look by new values may not find whom they were corrected for. Null: nothing, it adds.
 */
export function updatedBy({ input, lookalikes }: Lookalikes, chosen: Updating | null) {
  const found = lookalikes.find(willBeUpdated);
  if (found) return { kind: found.kind, id: found.id, about: found.about };
  return chosen !== null && isSent(input, chosen) ? chosen : null;
}

function isSent(input: JsonObject, { integrationRecordId }: Updating): boolean {
  return ownIdFields.some(
    ({ id, kind }) => input[id] === integrationRecordId && (!kind || input[kind] === leadKind),
  );
}

/** What is there already, looks like this and is not the one that is updated. */
export function othersAlike({ lookalikes }: Lookalikes): Preview['lookalikes'] {
  return lookalikes.filter((one) => !willBeUpdated(one));
}
