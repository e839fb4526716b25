import type { Json, JsonObject } from '#lib/json.ts';
import { rowOf, rowsOf, textOf } from '../read-answer.ts';
import { looseText } from './loose-text.ts';

/** The id of an install's status; null where it tells the name alone, as the answers of field facts 5.2 do. */
export function statusIdOf(install: JsonObject): string | null {
  return textOf(install, 'status.id', 'status_id');
}

/** What an install's status is called; null where it does not tell. */
export function statusNameOf(install: JsonObject): string | null {
  return textOf(install, 'status.name', 'status_name', 'status');
}

/** Whether an answer tells the status of an install by its name alone. */
export function lacksStatusId(body: Json): boolean {
  const row = rowOf(body);
  return row !== null && statusIdOf(row) === null && statusNameOf(row) !== null;
}

/**
 * Such an install with the id that its status has in the list of statuses. Companies call theirs alike: those of its
 * installer count, where both tell it, and among several the `wanted` one. Where it could still be several,
 * as it came.
 */
export function withStatusId(body: Json, list: Json, wanted: string): Json {
  const row = rowOf(body);
  const name = row && statusNameOf(row);
  if (!row || name === null) return body;
  const alike = rowsOf(list).filter(
    (status) => looseText(textOf(status, 'name', 'label', 'title', 'status_name') ?? '') === looseText(name),
  );
  const company = textOf(row, 'install_company_id', 'epc_company_id');
  const own = alike.filter((status) => company !== null && companyOf(status) === company);
  const told = (own.length > 0 ? own : alike).map((status) => textOf(status, 'id', 'status_id'));
  const ids = new Set(told.filter((id) => id !== null));
  const [only = null] = ids.size === 1 ? ids : [];
  const id = ids.has(wanted) ? wanted : only;
  return id === null ? body : { ...row, status_id: id };
}

function companyOf(status: JsonObject): string | null {
  return textOf(status, 'company_id', 'company.id', 'epc_company_id', 'install_company_id');
}
