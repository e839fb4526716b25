import type { Json, JsonObject } from '#lib/json.ts';
import type { Lookalike } from '../operation.ts';
import type { OperationRequest } from '../operation-request.ts';
import { rowsOf, textOf } from '../read-answer.ts';
import { aboutCustomer } from './about.ts';
import { customerValues } from './customer-values.ts';
import { looseText } from './loose-text.ts';
import { phoneDigits } from './phone-digits.ts';

/** What of a person tells them from others. */
export type Person = {
  first_name: string;
  last_name: string;
  email?: string | null;
  phone?: string | null;
  address: string;
  city?: string | null;
  zip?: string | null;
  integration_record_id?: string;
  /** The kind of that id, where it is sent with one; else that of a lead. */
  integration_record_type?: string;
};

/** GET /api/v1/customers?search=: by a name, an e-mail address, a phone number or a street (field facts 5.7). */
export function searchCustomers(search: string): OperationRequest {
  return { method: 'GET', path: '/api/v1/customers', query: { search, page: 1, pageSize: 25 } };
}

/** The searches that would find a person who is there already. */
export function searchesFor(person: Person): OperationRequest[] {
  const words = [person.email, person.phone, `${person.first_name} ${person.last_name}`, person.address];
  return words
    .filter((word) => typeof word === 'string' && word !== '')
    .map((word) => searchCustomers(String(word)));
}

/**
 * Customers that look like this person, each once, those most alike first, with what they have in common and what their
 * rows tell of the fields of the input (`valuesOf`).
 */
export function alikeIn(
  bodies: readonly Json[],
  person: Person,
  valuesOf: (row: JsonObject) => JsonObject,
): Lookalike[] {
  const found = new Map<string, Lookalike>();
  for (const row of bodies.flatMap(rowsOf)) {
    const id = textOf(row, 'id');
    const alike = commonWith(row, person);
    if (id === null || alike.length === 0 || textOf(row, 'deleted_at') !== null) continue;
    found.set(id, {
      subject: { kind: 'enerflo.customer', id },
      about: aboutCustomer(row) ?? `Customer ${id}`,
      alike,
      integrationRecordId: integrationRecordIdOf(row),
      values: valuesOf(row),
    });
  }
  return [...found.values()].sort((one, other) => other.alike.length - one.alike.length);
}

/** The customer that this very lead became: found by our id, or by name with e-mail or address; and as it was sent. */
export function sentLeadIn(body: Json, person: Person): JsonObject | undefined {
  return rowsOf(body).find((row) => isLeadOf(commonWith(row, person)) && asSent(row, person));
}

/**
 * The customer of a lead, whether it is as it was sent or not: that of our id first, else one of this name with this
 * e-mail address or street.
 */
export function leadIn(body: Json, person: Person): JsonObject | undefined {
  const rows = rowsOf(body).map((row) => ({ row, alike: commonWith(row, person) }));
  const own = rows.find(({ alike }) => alike.includes('record id'));
  return (own ?? rows.find(({ alike }) => isLeadOf(alike)))?.row;
}

/** All customers that may be this person: by e-mail address, or by name and street. */
export function personsIn(body: Json, person: Person): JsonObject[] {
  return rowsOf(body).filter((row) => {
    const alike = commonWith(row, person);
    return alike.includes('e-mail') || isLeadOf(alike);
  });
}

/**
 * Whether a customer is surely this person: by our id, or by name with e-mail address or street. One with another id of
 * this kind is another customer, however alike: the owner of two units is two.
 */
export function isThisPerson(row: JsonObject, person: Person): boolean {
  const sent = person.integration_record_id;
  const told = integrationRecordIdOf(row, person.integration_record_type);
  if (sent && told !== null && !sameSigns(told, sent)) return false;
  return isLeadOf(commonWith(row, person));
}

/** The kind that our id of a lead has in Enerflo, however it was added (field facts 4.12). */
export const leadKind = 'Lead';

/**
 * Our id of a lead or customer, as a row of the list tells it; null where it has none. Of `external_id` no source says
 * that adding a lead goes by it (field facts 4.12, 5.1). An id of another `kind` is another one, and beside it.
 */
export function integrationRecordIdOf(row: JsonObject, kind = leadKind): string | null {
  const places = [`integrations.Partner.${kind}.integration_record_id`];
  if (kind === leadKind) places.push('integration_record_id');
  return textOf(row, ...places);
}

function isLeadOf(alike: readonly string[]): boolean {
  const named = alike.includes('name') && (alike.includes('e-mail') || alike.includes('address'));
  return named || alike.includes('record id');
}

function commonWith(row: JsonObject, person: Person): string[] {
  const told = customerValues(row);
  const phones = ['mobile', 'phone', 'secondary_mobile', 'secondary_phone'].map((path) =>
    phoneDigits(row, path),
  );
  const alike: string[] = [];
  const ownId = integrationRecordIdOf(row, person.integration_record_type);
  if (sameSigns(ownId, person.integration_record_id)) alike.push('record id');
  if (same(told.first_name, person.first_name) && same(told.last_name, person.last_name)) alike.push('name');
  if (sameSigns(told.email, person.email)) alike.push('e-mail');
  if (phones.some((phone) => sameSigns(phone, person.phone))) alike.push('phone');
  if (same(told.address, person.address) && !isElsewhere(told, person)) alike.push('address');
  return alike;
}

/** Every town has an Elm Street: whether the ZIP codes, or where one is not told the cities, are others. */
function isElsewhere(told: JsonObject, { city, zip }: Person): boolean {
  if (typeof told.zip === 'string' && zip) return !sameSigns(told.zip, zip);
  return typeof told.city === 'string' && Boolean(city) && !same(told.city, city);
}

/** An update that did not arrive leaves the old values: those that Enerflo tells must be those that were sent. */
function asSent(row: JsonObject, person: Person): boolean {
  const told = customerValues(row);
  const sent: Record<string, unknown> = person;
  const holds = (keys: readonly string[], alike: typeof same) =>
    keys.every((key) => sent[key] === undefined || told[key] === undefined || alike(told[key], sent[key]));
  return holds(['first_name', 'last_name', 'address'], same) && holds(['email', 'phone'], sameSigns);
}

function same(one: unknown, other: unknown): boolean {
  return (
    typeof one === 'string' &&
    typeof other === 'string' &&
    looseText(one) !== '' &&
    looseText(one) === looseText(other)
  );
}

/** Of an address for e-mail, a number or an id only the case may differ: `j.doe@…` is not `jdoe@…`. */
function sameSigns(one: unknown, other: unknown): boolean {
  if (typeof one !== 'string' || typeof other !== 'string') return false;
  return one.trim() !== '' && one.trim().toLowerCase() === other.trim().toLowerCase();
}
