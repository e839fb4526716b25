import { z } from 'zod';
import type { Json } from '#lib/json.ts';
import { bulkStateNames, rowStateNames } from './bulk-states.ts';

const json: z.ZodType<Json> = z.json();
const jsonObject = z.record(z.string(), json);

/** What fills a field of the operation: a column of the file (from 0), or the same value for all rows. */
export const fillSchema = z.union([
  z.strictObject({ column: z.int().min(0) }),
  z.strictObject({ value: z.string().max(20_000) }),
]);
export type Fill = z.infer<typeof fillSchema>;

/** By field of the operation. */
export const fillsSchema = z.record(z.string().max(100), fillSchema);
export type Fills = z.infer<typeof fillsSchema>;

/** How rows become inputs; kept with the bulk. */
export const bulkColumnsSchema = z.strictObject({
  heads: z.array(z.string()),
  fills: fillsSchema,
  /** Whether Enerflo is asked about every row while it is checked: today's values, and what looks alike. */
  askEnerflo: z.boolean(),
  /** The zone in which dates are dates where the account has none. */
  timeZone: z.string().nullable(),
  /** Where the rows are from. */
  origin: z.enum(['file', 'selection']),
});
export type BulkColumns = z.infer<typeof bulkColumnsSchema>;

/** What there is to say of one row. Texts are personal. */
export const rowNoteSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('put-right'),
    field: z.string(),
    from: z.string(),
    to: z.string(),
    why: z.string(),
  }),
  z.object({ kind: z.literal('caution'), field: z.string(), text: z.string() }),
  z.object({ kind: z.literal('side-effect'), code: z.string(), text: z.string(), agree: z.boolean() }),
  /** What a person has to agree to that came up only when it was to be sent: who has it sent now agrees. */
  z.object({ kind: z.literal('held'), code: z.string(), text: z.string() }),
  z.object({
    kind: z.literal('alike'),
    about: z.string(),
    alike: z.array(z.string()),
    /** `enerflo.customer` and its id there. */
    record: z.string(),
    id: z.string(),
  }),
  z.object({ kind: z.literal('repeat'), bulkId: z.string(), bulkName: z.string(), number: z.int() }),
  /** A field that changes: today's value in Enerflo and the new one, in words. `told` false: Enerflo tells it not. */
  z.object({
    kind: z.literal('today'),
    field: z.string(),
    before: z.string().nullable(),
    after: z.string(),
    told: z.boolean(),
  }),
  z.object({ kind: z.literal('same') }),
  /** Somebody said that it is to be sent all the same. */
  z.object({ kind: z.literal('agreed'), by: z.string() }),
]);
export type RowNote = z.infer<typeof rowNoteSchema>;

const countsSchema = z.record(z.enum(rowStateNames), z.int());
export type RowCounts = z.infer<typeof countsSchema>;

export const bulkItemSchema = z.object({
  id: z.string(),
  connectionId: z.string(),
  connectionName: z.string(),
  environment: z.string(),
  operation: z.string(),
  /** Of the operation: `Add a note`. */
  label: z.string(),
  name: z.string(),
  origin: z.enum(['file', 'selection']),
  state: z.enum(bulkStateNames),
  reason: z.string().nullable(),
  rows: z.int(),
  counts: countsSchema,
  actorName: z.string(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
});
export type BulkItem = z.infer<typeof bulkItemSchema>;

const sideEffectSchema = z.object({
  code: z.string(),
  text: z.string(),
  /** Whether it must be agreed to before the first row is sent. */
  agree: z.boolean(),
  /** How many of the rows that would be sent may cause it. */
  count: z.int(),
  /** Of an e-mail to homeowners: how many of them at most, one for each install; null for anything else. */
  homeowners: z.int().nullable(),
});
export type BulkSideEffect = z.infer<typeof sideEffectSchema>;

export const bulkDetailSchema = bulkItemSchema.extend({
  columns: bulkColumnsSchema,
  /** The first values of each column. Personal. */
  samples: z.array(z.array(z.string())),
  /** The columns were matched as somebody did for a file with the same names. */
  remembered: z.boolean(),
  sideEffects: z.array(sideEffectSchema),
  agreed: z.array(z.string()),
  /** How many rows were put right somewhere, and how many would change nothing. */
  putRight: z.int(),
  changesNothing: z.int(),
  /** Of how many done rows Enerflo did not list what came with them (the appointment of a lead). */
  unlisted: z.int(),
  /** How many failed rows arrived in part: they are not sent again from here. */
  inPart: z.int(),
  /** Requests that the limit leaves to bulk runs in a minute. */
  perMinute: z.int(),
  /** Personal values are left out, because whoever asks may not see them. */
  personalHidden: z.boolean(),
});
export type BulkDetail = z.infer<typeof bulkDetailSchema>;

export const bulkRowSchema = z.object({
  number: z.int(),
  state: z.enum(rowStateNames),
  reason: z.string().nullable(),
  /** As it stands in the file; null where it is hidden from whoever asks. */
  cells: z.array(z.string()).nullable(),
  /** To whom belongs what the row is about, where that is known here. Personal. */
  homeowner: z.string().nullable(),
  input: jsonObject.nullable(),
  notes: z.array(rowNoteSchema),
  actionId: z.string().nullable(),
  /** Of what Enerflo made or changed. */
  enerfloId: z.string().nullable(),
  at: z.string().nullable(),
});
export type BulkRow = z.infer<typeof bulkRowSchema>;

export const bulkRowDetailSchema = bulkRowSchema.extend({
  /** The request as it would be sent, without the key; null where it cannot be made. */
  request: z.object({ method: z.string(), url: z.string(), body: json }).nullable(),
  /** Only fields that differ from Enerflo's are in the body when it is sent. */
  onlyChanges: z.boolean(),
});
export type BulkRowDetail = z.infer<typeof bulkRowDetailSchema>;
