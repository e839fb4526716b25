import { readField } from '#lib/catalog/read-field.ts';
import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { textOf } from '../read-answer.ts';

/** Enerflo tells whole seconds. A clock further behind than this leaves a doubt to a person, rather than a wrong answer. */
const CLOCKS_APART = 5_000;

/** The install of a deal; a time that Enerflo does not tell is null. */
export type InstallOfDeal = { id: string; created: Date | null; updated: Date | null };

/**
 * The deals (surveys) that a row of the customers' list tells, each with its install where it has one; null where it
 * tells nothing of deals. It does not tell when a deal was started (field facts 5.7). `[]` is an empty map.
 */
export function dealsOf(customer: JsonObject): { install: InstallOfDeal | null }[] | null {
  const { surveys } = customer;
  if (typeof surveys !== 'object' || surveys === null) return null;
  return Object.values(surveys)
    .filter(isJsonObject)
    .map(({ install }) => ({ install: isJsonObject(install) ? installOf(install) : null }));
}

function installOf(row: JsonObject): InstallOfDeal | null {
  const id = textOf(row, 'id');
  if (id === null) return null;
  return { id, created: timeOf(row, 'created_at'), updated: timeOf(row, 'updated_at') };
}

/** When a customer, or what else a row is of, came into Enerflo; null where it does not tell. */
export function cameAt(row: JsonObject): Date | null {
  return timeOf(row, 'created', 'created_at', 'timestamps.created_at');
}

/** Whether something came to be only after a request left, so that nothing but it can have brought it about. */
export function cameAfter(time: Date | null, sentAt: Date): boolean {
  return time !== null && time.getTime() >= sentAt.getTime() - CLOCKS_APART;
}

function timeOf(row: JsonObject, ...from: string[]): Date | null {
  const read = readField(row, { type: 'instant', from }, null);
  return read?.read && typeof read.value === 'string' ? new Date(read.value) : null;
}
