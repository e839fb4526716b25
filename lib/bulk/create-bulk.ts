import { AppError } from '#lib/errors.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import type { BulkContext } from './bulk-context.ts';
import { bulkOperation } from './bulk-operation.ts';
import { insertBulk } from './insert-bulk.ts';
import { itemsOfEvents } from './items-of-events.ts';
import { readCsv } from './read-csv.ts';
import { recogniseColumns } from './recognise-columns.ts';

type Item = Record<string, string | number | boolean | null>;
type Common = { connectionId: string; operation: string; name?: string; timeZone?: string };

/**
 * A bulk of the rows of a CSV file, with its columns recognised as far as that is plain. Gives its id. Throws AppError
 * INVALID where it is no CSV, says why and what to do; NOT_FOUND, FORBIDDEN as `bulkOperation`.
 */
export async function createBulkOfFile(
  context: BulkContext,
  { connectionId, operation: name, name: fileName, timeZone }: Common,
  bytes: Uint8Array,
): Promise<string> {
  const operation = bulkOperation(name, context.actor);
  await requireAccount(context, connectionId);
  const { heads, rows } = readCsv(bytes);
  return insertBulk(context, {
    connectionId,
    operation,
    name: fileName?.trim().slice(0, 120) || 'A file',
    heads,
    rows,
    fills: recogniseColumns({ heads, rows }, operationFields(operation)),
    origin: 'file',
    timeZone: timeZone ?? null,
  });
}

/** A bulk of a selection: items by field of the operation, or one for each record that events are about. */
export async function createBulkOfSelection(
  context: BulkContext,
  input: Common & { items?: Item[]; eventIds?: string[] },
): Promise<string> {
  const operation = bulkOperation(input.operation, context.actor);
  await requireAccount(context, input.connectionId);
  const items = await itemsOf(context, operation, input);
  const fields = operationFields(operation).map(({ key }) => key);
  const stray = items.flatMap(Object.keys).find((key) => !fields.includes(key));
  if (stray !== undefined)
    throw invalid('items', `“${operation.label}” has no field ${stray}. It has ${fields.join(', ')}.`);
  const heads = fields.filter((field) => items.some((item) => item[field] !== undefined));
  return insertBulk(context, {
    connectionId: input.connectionId,
    operation,
    name: input.name ?? (items.length === 1 ? 'A selection of 1' : `A selection of ${items.length}`),
    heads,
    rows: items.map((item) => heads.map((head) => String(item[head] ?? ''))),
    fills: Object.fromEntries(heads.map((head, column) => [head, { column }])),
    origin: 'selection',
    timeZone: input.timeZone ?? null,
  });
}

async function itemsOf(
  { db }: BulkContext,
  operation: Operation,
  { connectionId, items, eventIds }: { connectionId: string; items?: Item[]; eventIds?: string[] },
): Promise<Item[]> {
  if (items && items.length > 0) return items;
  if (!eventIds || eventIds.length === 0)
    throw invalid('items', 'Nothing is chosen. Give items or eventIds.');
  const found = await itemsOfEvents(db, operation, { connectionId, eventIds });
  if (found.length === 0)
    throw invalid(
      'eventIds',
      `None of these events is about something that “${operation.label}” can be done with in this account.`,
    );
  return found;
}

async function requireAccount({ db }: BulkContext, connectionId: string): Promise<void> {
  const account = await db.connection.findUnique({ where: { id: connectionId } });
  if (!account) throw new AppError('NOT_FOUND', 'There is no such account.');
  if (account.source !== 'enerflo') throw invalid('connectionId', `${account.name} is no Enerflo account.`);
}

function invalid(field: string, message: string): AppError {
  return new AppError('INVALID', message, { fields: [{ field, message }] });
}
