import { XMLParser } from 'fast-xml-parser';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import type { Answer } from '../arrival.ts';
import { parseJson } from '../parse-json.ts';
import type { CrmItem } from './read-crm-body.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  processEntities: true,
  htmlEntities: true,
});

/** What Salesforce wants to hear, or it sends the message again for a day. */
export const soapAck: Answer = {
  status: 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body: `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>true</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>`,
};

/** The notifications of a Salesforce outbound message, each an event named by its object; null if it is none. */
export function readOutboundMessage(text: string): CrmItem[] | null {
  const notifications = child(child(child(parse(text), 'Envelope'), 'Body'), 'notifications');
  const given = notifications?.Notification;
  const list = Array.isArray(given) ? given : given === undefined ? [] : [given];
  const items = list.filter(isJsonObject).map((notification): CrmItem => {
    const object = child(notification, 'sObject') ?? {};
    const type = typeof object['@type'] === 'string' ? object['@type'].replace(/^.*:/, '') : null;
    const fields = Object.entries(object)
      .filter(([name]) => !name.startsWith('@'))
      .map(([name, field]) => [name, child(object, name)?.['@nil'] === 'true' ? null : field]);
    const value: JsonObject = {
      ...Object.fromEntries(fields),
      organizationId: notifications?.OrganizationId ?? null,
    };
    const parsed = parseJson(JSON.stringify(value)) ?? { value, comparable: null, view: null, notes: [] };
    const id = typeof notification.Id === 'string' ? `salesforce:${notification.Id}` : null;
    return { parsed: { ...parsed, comparable: null }, name: type, senderId: id };
  });
  return items.length > 0 ? items : null;
}

function parse(text: string): JsonObject | null {
  // Salesforce defines no entities of its own; whoever does wants us to unfold them.
  if (text.includes('<!DOCTYPE')) return null;
  try {
    const value: unknown = parser.parse(text);
    const asJson: Json = JSON.parse(JSON.stringify(value ?? null));
    return isJsonObject(asJson) ? asJson : null;
  } catch {
    return null;
  }
}

function child(parent: JsonObject | null, name: string): JsonObject | null {
  const value = parent?.[name];
  return isJsonObject(value) ? value : null;
}
