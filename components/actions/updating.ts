import type { Preview } from '#lib/actions/action.schema.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { willBeUpdated } from '#lib/operations/will-be-updated.ts';

/** What stands in Enerflo already and is updated by a form, by our id of it. */
export type Updating = { kind: string; id: string; about: string; integrationRecordId: string };

/** The field of a lead by which Enerflo tells an update from a new one. */
export const ownIdField = 'integration_record_id';

/** Whether a form can update a lead by our id of it. That of a lead with an install has ids of another kind. */
export function takesOwnId({ input }: Pick<Operation, 'input'>): boolean {
  return ownIdField in input.shape;
}

type Lookalikes = Pick<Preview, 'input' | 'lookalikes'>;

/**
 * What a preview updates: what it found under the id that would be sent, else what the person chose (`chosen`), as long
 * as its id is the one sent. A look by new values may not find whom they were corrected for. Null: nothing, it adds.
 */
export function updatedBy({ input, lookalikes }: Lookalikes, chosen: Updating | null) {
  const found = lookalikes.find(willBeUpdated);
  if (found) return { kind: found.kind, id: found.id, about: found.about };
  return chosen !== null && input[ownIdField] === chosen.integrationRecordId ? chosen : null;
}

/** What is there already, looks like this and is not the one that is updated. */
export function othersAlike({ lookalikes }: Lookalikes): Preview['lookalikes'] {
  return lookalikes.filter((one) => !willBeUpdated(one));
}
