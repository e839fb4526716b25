import { isJsonObject, type Json } from '#lib/json.ts';

/**
 * The sender's own id of this event, where it is sure to be one: a record's id would make every change a copy.
 * A header names the request, so `part` tells its events apart. HubSpot calls its `eventId` not unique, so what
 * it is about and when go with it; a repeated try has the same. Null where the sender gives none.
 */
export function senderIdOf(value: Json, headers: Record<string, string>, part: number): string | null {
  const header = headers['webhook-id'] ?? headers['x-webhook-id'] ?? headers['x-event-id'];
  if (header) return `header:${part}:${header}`;
  if (!isJsonObject(value)) return null;
  if (isId(value.eventId) && value.subscriptionType !== undefined) {
    const { portalId, subscriptionId, eventId, subscriptionType, objectId, propertyName, occurredAt } = value;
    const said = [portalId, subscriptionId, eventId, subscriptionType, objectId, propertyName, occurredAt];
    return said.every((each) => each === undefined || isId(each)) ? `hubspot:${JSON.stringify(said)}` : null;
  }
  const monday = isJsonObject(value.event) ? value.event.triggerUuid : undefined;
  if (isId(monday)) return `monday:${monday}`;
  const own = isId(value.eventId) ? value.eventId : value.event_id;
  return isId(own) ? `body:${own}` : null;
}

/** A number with more digits than are read exactly is no id: two that differ in the last would be one. */
function isId(value: Json | undefined): value is string | number {
  return typeof value === 'string' ? value !== '' : Number.isSafeInteger(value);
}
