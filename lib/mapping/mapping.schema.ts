import { z } from 'zod';
import type { Json } from '#lib/json.ts';

const part = String.raw`(?:"(?:[^"\\\p{C}]|\\.)+"|[^."\\\p{C}]+)`;
const dottedPath = new RegExp(`^${part}(?:\\.${part})*$`, 'u');
const path = z
  .string()
  .trim()
  .min(1, 'Name a field.')
  .max(500, 'A field name has at most 500 characters.')
  .regex(dottedPath, 'Write the field as names with dots between, such as deal.customer.name.');
/** PostgreSQL's jsonb holds neither NUL nor half of a surrogate pair; JSON.stringify writes both as escapes. */
const isStorable = (value: unknown) =>
  !/\\u(?:0000|d[89a-f])/.test(JSON.stringify(value).replaceAll('\\\\', ''));
const json: z.ZodType<Json> = z.json().refine(isStorable, 'The value has a character that cannot be stored.');

/** Where a row takes its value from. More kinds (looked up, computed) are added here and in `readSource`. */
export const mappingSourceSchema = z.discriminatedUnion('kind', [
  /** A dotted path into the payload as it arrived (`valueAt` in lib/json.ts). */
  z.strictObject({ kind: z.literal('field'), path }),
  /** A normalised field of a record that the event told of: `enerflo.install` and `status`. */
  z.strictObject({
    kind: z.literal('record'),
    record: z.string().min(1).max(100),
    field: z.string().min(1).max(100),
  }),
  /** Always the same value. */
  z.strictObject({ kind: z.literal('constant'), value: json }),
]);

/** One row of a mapping: a place in the outgoing JSON body, and what is put there. */
export const mappingRowSchema = z.strictObject({ target: path, source: mappingSourceSchema });
export const mappingRowsSchema = z.array(mappingRowSchema).max(500, 'A mapping has at most 500 rows.');

export type MappingSource = z.infer<typeof mappingSourceSchema>;
export type MappingRow = z.infer<typeof mappingRowSchema>;
