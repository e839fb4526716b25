import type { JsonObject } from '#lib/json.ts';
import { leadRecordId } from './lead-record-id.ts';
import { ownId } from './own-id.ts';

/** What Enerflo calls the ids of leads that came by its other endpoint (field facts 4.12), and a word for installs. */
const CUSTOMER_TYPE = 'Lead';
const INSTALL_TYPE = 'Install';

/**
 * Ids of ours for a customer and an install that are sent together, each with its kind, so that a repeat updates instead
 * of doubling (field facts 5.8). The customer's is that of a lead. What makes the install one is its customer, the type
 * of the deal and the day it was signed: a size or a price that was corrected is of the same install, a contract of
 * another day is another install, which must not be written over. What is there of a pair stays as it is; an id of the
 * customer with its kind is the one that the install's is made from. Empty while the person or the deal is not known.
 */
export function leadInstallIds(input: JsonObject): JsonObject {
  const customer = pairOf(input, 'customer') ?? { id: leadRecordId(input), type: CUSTOMER_TYPE };
  const { survey_type_id: dealType, date_signed: signed } = input;
  if (customer.id === null || dealType === undefined) return {};
  const install = ownId(customer.id, 'install', String(dealType), typeof signed === 'string' ? signed : '');
  return {
    ...(isOpen(input, 'customer') && filledPair('customer', customer.id, customer.type)),
    ...(isOpen(input, 'install') && filledPair('install', install, INSTALL_TYPE)),
  };
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
