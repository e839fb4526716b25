import type { JsonObject } from '#lib/json.ts';
import { leadKind } from './customers-found.ts';
import { leadRecordId } from './lead-record-id.ts';
import { looseText } from './loose-text.ts';
import { ownId } from './own-id.ts';

/** A word for installs; that of customers is the one that leads have which came by Enerflo's other endpoint. */
const INSTALL_TYPE = 'Install';

/**
 * Ids of ours for a customer and an install that are sent together, each with its kind, so that a repeat updates instead
 * of doubling (field facts 5.8). The customer's is that of a lead. The install's is made of all that a contract is told
 * apart by: its customer, the type of the deal, the day it was signed, the unit, the size and the cost. The same sent
 * again has the same id, whatever became of the phone, the note or the milestones meanwhile. A size or a cost that was
 * corrected is another id, for nobody can tell it from a second contract, least of all where no day is told: an install
 * too many is seen and can be deleted, while one that was written over is gone, with a change order that counts as
 * completed. Who means to change an install gives the id that it has. What is there of a pair stays as it is; an id of
 * the customer with its kind is the one that the install's is made from. Empty while the person or the deal is not known.
 */
export function leadInstallIds(input: JsonObject): JsonObject {
  const customer = pairOf(input, 'customer') ?? { id: leadRecordId(input), type: leadKind };
  const { survey_type_id: dealType } = input;
  if (customer.id === null || dealType === undefined) return {};
  const install = ownId(customer.id, 'install', String(dealType), ...contractOf(input));
  return {
    ...(isOpen(input, 'customer') && filledPair('customer', customer.id, customer.type)),
    ...(isOpen(input, 'install') && filledPair('install', install, INSTALL_TYPE)),
  };
}

/**
 * Whether the id of the install is the one that is made here from the rest of this input: what the install is told apart
 * by cannot be corrected under it. An id that the install has already, and that was given, is another one after that.
 */
export function hasMadeInstallId(input: JsonObject): boolean {
  const { install_integration_id: id, install_integration_record_type: type, ...rest } = input;
  const made = leadInstallIds(rest);
  return (
    id !== undefined && made.install_integration_id === id && made.install_integration_record_type === type
  );
}

/** What tells a contract from others of its customer and deal type; each with its name, as any may be missing. */
function contractOf({ date_signed, unit, system_size, system_cost }: JsonObject): string[] {
  const more = Object.entries({
    unit: typeof unit === 'string' ? looseText(unit) : '',
    size: typeof system_size === 'number' ? String(system_size) : '',
    cost: typeof system_cost === 'number' ? String(system_cost) : '',
  });
  const told = more.filter(([, value]) => value !== '').map(([name, value]) => `${name} ${value}`);
  return [typeof date_signed === 'string' ? date_signed : '', ...told];
}

type What = 'customer' | 'install';

function pairOf(input: JsonObject, what: What): { id: string; type: string } | null {
  const { [`${what}_integration_id`]: id, [`${what}_integration_record_type`]: type } = input;
  return typeof id === 'string' && typeof type === 'string' ? { id, type } : null;
}

function isOpen(input: JsonObject, what: What): boolean {
  return (
    input[`${what}_integration_id`] === undefined && input[`${what}_integration_record_type`] === undefined
  );
}

function filledPair(what: What, id: string, type: string): JsonObject {
  return { [`${what}_integration_id`]: id, [`${what}_integration_record_type`]: type };
}
