import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { Json } from '#lib/json.ts';
import type { FieldHint } from './field-hint.schema.ts';
import { fieldPath, valuesAt } from './field-path.ts';
import type { EventFilter, Seeing } from './list-events.ts';
import { fieldsWithin, meantFields } from './meant-fields.ts';
import { newestData } from './newest-data.ts';
import { type FieldSearch, searchTerms } from './search-terms.schema.ts';

/** More are no hint. */
const mostMeant = 3;
/** The search takes no more. */
const longestSearch = 200;

/**
 * Why a search by a field finds nothing: whether the newest events of its type have such a field at all, and which one
 * may be meant. Of a filter its accounts count. Throws AppError INVALID where `q` is no field with its value,
 * FORBIDDEN where the asker may not see the data: the names of fields tell of them too.
 */
export async function fieldHint(
  db: Db,
  { q, ...filter }: EventFilter & { type: string; q: string },
  { personal }: Seeing,
): Promise<FieldHint> {
  const { field } = searchTerms(q);
  if (!field) {
    const message = 'Give a field and its value: payload.deal.shortCode = b9sqedcvp.';
    throw new AppError('INVALID', message, { fields: [{ field: 'q', message }] });
  }
  if (!personal) {
    throw new AppError(
      'FORBIDDEN',
      'Searching in the data of events needs a role that may see personal values.',
    );
  }
  const bodies = await newestData(db, filter);
  const values = bodies.flatMap((body) => valuesAt(body, field.path));
  const told = { path: fieldPath(field.path), looked: bodies.length };
  if (values.some(isPlain)) return { ...told, field: 'there', meant: [] };
  const within = values.length > 0;
  const paths = within ? fieldsWithin(bodies, field.path) : meantFields(bodies, field.path);
  const meant = paths.flatMap((path) => searchBy(path, field)).slice(0, mostMeant);
  return { ...told, field: within ? 'within' : 'missing', meant };
}

function isPlain(value: Json): boolean {
  return typeof value !== 'object' || value === null;
}

/** The search by another path for the same value; none where the search would not read it so. */
function searchBy(parts: readonly string[], { value }: FieldSearch): FieldHint['meant'] {
  const path = fieldPath(parts);
  const shown = value !== value.trim() || /^".*"$/s.test(value) ? `"${value}"` : value;
  const q = `${path} = ${shown}`;
  const read = searchTerms(q).field?.path ?? [];
  const same = read.length === parts.length && read.every((part, at) => part === parts[at]);
  return same && q.length <= longestSearch ? [{ path, q }] : [];
}
