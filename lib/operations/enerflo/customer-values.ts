import type { JsonObject } from '#lib/json.ts';
import { filled } from '../filled.ts';
import { toldValues } from '../read-answer.ts';
import { phoneDigits } from './phone-digits.ts';

/**
 * What a customer's row tells of the fields of a lead or a customer, in their terms (field facts 5.7). A lead's phone is
 * stored as `mobile`, that of a changed customer as `phone`: the first of `phones` that is there counts.
 */
export function customerValues(row: JsonObject, phones: readonly string[] = ['mobile', 'phone']): JsonObject {
  return filled({
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
      agent_user_id: ['id', 'agent_user_id', 'agent_user.id', 'owner.user.id'],
      setter_user_id: ['id', 'setter_user_id', 'setter_user.id', 'setter.user.id'],
      integration_record_id: [
        'text',
        'integrations.Partner.Lead.integration_record_id',
        'integration_record_id',
        'external_id',
      ],
    }),
    phone: phoneDigits(row, ...phones),
  });
}
