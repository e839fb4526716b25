import type { Json, JsonObject } from '#lib/json.ts';
import { filled } from '../filled.ts';
import { toldValues } from '../read-answer.ts';
import { phoneDigits } from './phone-digits.ts';

/**
 * What a customer's row tells of the fields of a lead or a customer, in their terms (field facts 5.7). A lead's phone is
 * stored as `mobile`, that of a changed customer as `phone`: the first of `phones` that is there counts. Null for a user
 * or an office means that Enerflo tells of none: of an e-mail address or a name that it does not know it leaves the place
 * blank in silence (field facts 5.1).
 */
export function customerValues(row: JsonObject, phones: readonly string[] = ['mobile', 'phone']): JsonObject {
  return filled({
    assign_to_email: noneIn(row, ['owner', 'agent_user'], ['agent_user_id', 'agent_id']),
    setter_email: noneIn(row, ['setter', 'setter_user'], ['setter_user_id', 'setter_id']),
    office_name: noneIn(row, ['office'], ['office_id']),
    ...toldValues(row, {
      first_name: ['text', 'first_name', 'firstName'],
      last_name: ['text', 'last_name', 'lastName'],
      email: ['email', 'email'],
      address: ['text', 'address.street', 'address.line1', 'address'],
      city: ['text', 'address.city', 'city'],
      state: ['text', 'address.state', 'state'],
      zip: ['zip', 'address.zip', 'address.postalCode', 'zip'],
      lead_source: ['text', 'lead_source'],
      assign_to_email: ['email', 'owner.user.email', 'owner.email', 'agent_user.email'],
      setter_email: ['email', 'setter.user.email', 'setter.email', 'setter_user.email'],
      office_name: ['text', 'office.name'],
      agent_user_id: ['id', 'agent_user_id', 'agent_user.id', 'owner.user.id'],
      setter_user_id: ['id', 'setter_user_id', 'setter_user.id', 'setter.user.id'],
      // Not `external_id`: no source says that adding a lead goes by it (field facts 4.12, 5.1).
      integration_record_id: [
        'text',
        'integrations.Partner.Lead.integration_record_id',
        'integration_record_id',
      ],
    }),
    phone: phoneDigits(row, ...phones),
  });
}

/**
 * Null where a row tells that nothing stands at any of these places; undefined where something does, or where it tells
 * of none of them. Nothing is null, or in PHP's way an empty list. An id says that somebody is there, also to a key
 * that may not see who.
 */
function noneIn(row: JsonObject, places: readonly string[], ids: readonly string[]): null | undefined {
  const told = [...places, ...ids].map((place) => row[place]).filter((value) => value !== undefined);
  return told.length > 0 && told.every(isNothing) ? null : undefined;
}

function isNothing(value: Json): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
