import type { JsonObject } from '#lib/json.ts';
import { crmEventType } from './crm/crm-event.ts';
import type { Recognition } from './event-type.ts';
import { textAt } from './keys.ts';
import { cleanName, known, unknown } from './recognition.ts';

/** Where CRMs name their events; `subscriptionType` is HubSpot's. */
const nameKeys = ['event', 'type', 'eventType', 'subscriptionType'] as const;

/** The name in the address counts, since the one who set it up chose it; then one in the body. */
export function recogniseCrm(body: JsonObject, hint: string | null): Recognition {
  const name =
    hint ?? nameKeys.map((key) => cleanName(textAt(body, key))).find((found) => found !== null) ?? null;
  if (name === null || name === 'unnamed')
    return unknown('crm.unnamed', 'none', body, ['The CRM gave this event no name.']);
  return known(crmEventType(name), 'none', body);
}
