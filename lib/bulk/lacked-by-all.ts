import type { FieldProblem } from '#lib/errors.ts';
import type { Operation, OperationContext } from '#lib/operations/operation.ts';
import { type OperationField, operationFields } from '#lib/operations/operation-fields.ts';
import type { Fills } from './bulk.schema.ts';
import { isFilled } from './is-filled.ts';
import { sampleValue } from './sample-value.ts';

/**
 * What every row would lack although none of it is needed by itself (one date of three), at the field where the operation
 * says so: its own schema is asked about an input in which all matched fields have a value, and about one in which only
 * those have that no row leaves empty. What is wrong with both is wrong with each row.
 */
export function lackedByAll(operation: Operation, fills: Fills, context: OperationContext): FieldProblem[] {
  const fields = operationFields(operation);
  const lacking = (given: readonly OperationField[]) => lackedBy(operation, given, context);
  const matched = fields.filter(({ key, required }) => required || isFilled(fills[key]));
  const always = matched.filter(({ key, required }) => required || !hasColumn(fills, key));
  const least = lacking(always).map(({ field }) => field);
  return lacking(matched)
    .filter(({ field }) => least.includes(field))
    .map(({ field, message }) => ({
      field,
      message: `${message} Choose the column for it, or one value for all rows.`,
    }));
}

/** What an input with these fields lacks; what it has is not judged, since its values are samples. */
function lackedBy(operation: Operation, given: readonly OperationField[], context: OperationContext) {
  const told = Object.fromEntries(given.map(({ key, words }) => [key, sampleValue(words)]));
  const input = { ...operation.fills?.(told, context), ...told };
  const issues = operation.input.safeParse(input).error?.issues ?? [];
  return issues
    .map(({ path, message }) => ({ field: String(path[0] ?? ''), message }))
    .filter(({ field }) => Object.hasOwn(operation.input.shape, field) && !Object.hasOwn(input, field));
}

function hasColumn(fills: Fills, field: string): boolean {
  const fill = fills[field];
  return fill !== undefined && 'column' in fill;
}
