import { isJsonObject, type Json } from '#lib/json.ts';
import type { Answer } from '../arrival.ts';
import { mostEvents } from '../limits.ts';
import { type ParsedJson, parseJson } from '../parse-json.ts';
import { arrayItems } from './array-items.ts';
import { readOutboundMessage, soapAck } from './outbound-message.ts';
import { senderIdOf } from './sender-id.ts';

/** One event of a CRM request. */
export type CrmItem = { parsed: ParsedJson; name: string | null; senderId: string | null };

export type CrmBody =
  | {
      kind: 'events';
      items: CrmItem[] /** What this CRM wants to hear; null: our usual answer. */;
      ack: Answer | null;
    }
  | { kind: 'handshake'; answer: Answer }
  | { kind: 'unreadable' };

/**
 * The events in a CRM's request: JSON (one object, or a list of objects as HubSpot sends), a form, or a Salesforce
 * outbound message. monday.com's challenge is a handshake: it is answered, and is no event. What the body is decides
 * more than what `contentType` says: many a tool sends JSON and calls it a form.
 */
export function readCrmBody(
  text: string,
  contentType: string | null,
  headers: Record<string, string>,
): CrmBody {
  const parsed = parseJson(text);
  if (parsed !== null && typeof parsed.value === 'object' && parsed.value !== null)
    return readJson(text, parsed, headers);
  const media = (contentType ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (media.endsWith('xml') || text.trimStart().startsWith('<')) {
    const items = readOutboundMessage(text);
    return items ? { kind: 'events', items, ack: soapAck } : { kind: 'unreadable' };
  }
  if (media === 'application/x-www-form-urlencoded')
    return { kind: 'events', items: [readForm(text, headers)], ack: null };
  return { kind: 'unreadable' };
}

function readJson(text: string, parsed: ParsedJson, headers: Record<string, string>): CrmBody {
  const { value } = parsed;
  if (isJsonObject(value) && typeof value.challenge === 'string' && Object.keys(value).length === 1) {
    const body = JSON.stringify({ challenge: value.challenge });
    return {
      kind: 'handshake',
      answer: { status: 200, headers: { 'content-type': 'application/json' }, body },
    };
  }
  const isList =
    Array.isArray(value) && value.length > 0 && value.length <= mostEvents && value.every(isJsonObject);
  if (!isList)
    return {
      kind: 'events',
      items: [{ parsed, name: null, senderId: senderIdOf(value, headers, 0) }],
      ack: null,
    };
  const items = arrayItems(text).flatMap((itemText, part): CrmItem[] => {
    const item = parseJson(itemText);
    return item ? [{ parsed: item, name: null, senderId: senderIdOf(item.value, headers, part) }] : [];
  });
  return { kind: 'events', items, ack: null };
}

function readForm(text: string, headers: Record<string, string>): CrmItem {
  const fields = new Map<string, Json>();
  for (const [key, value] of new URLSearchParams(text)) {
    const before = fields.get(key);
    if (before === undefined) fields.set(key, value);
    else if (Array.isArray(before)) before.push(value);
    else fields.set(key, [before, value]);
  }
  const value = Object.fromEntries(fields);
  const parsed = parseJson(JSON.stringify(value)) ?? { value, comparable: null, view: null, notes: [] };
  return { parsed: { ...parsed, comparable: null }, name: null, senderId: senderIdOf(value, headers, 0) };
}
