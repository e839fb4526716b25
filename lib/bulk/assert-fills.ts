import { AppError, type FieldProblem } from '#lib/errors.ts';
import type { Operation, OperationContext } from '#lib/operations/operation.ts';
import { operationFields } from '#lib/operations/operation-fields.ts';
import type { BulkColumns } from './bulk.schema.ts';
import { isFilled } from './is-filled.ts';
import { lackedByAll } from './lacked-by-all.ts';

/**
 * Throws AppError INVALID, with a word at each field, where a required field is filled by nothing, or none of several of
 * which one is needed; where a field is none of the operation's, or a column is none of the file's.
 */
export function assertFills(
  { fills, heads }: Pick<BulkColumns, 'fills' | 'heads'>,
  operation: Operation,
  context: OperationContext,
): void {
  const fields = operationFields(operation);
  const known = new Set(fields.map(({ key }) => key));
  const problems: FieldProblem[] = [];
  for (const [field, fill] of Object.entries(fills)) {
    if (!known.has(field)) problems.push({ field, message: 'This operation has no such field.' });
    else if ('column' in fill && fill.column >= heads.length)
      problems.push({ field, message: `The file has ${heads.length} columns.` });
  }
  for (const { key, required, words } of fields) {
    if (required && !isFilled(fills[key]))
      problems.push({
        field: key,
        message: `Choose the column for “${words.label}”, or one value for all rows.`,
      });
  }
  problems.push(...lackedByAll(operation, fills, context));
  if (problems.length > 0)
    throw new AppError('INVALID', 'Not every field that is needed is filled yet.', { fields: problems });
}
