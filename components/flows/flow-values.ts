import { z } from 'zod';
import { type DestinationAuth, destinationMethods } from '#lib/destinations/destination.schema.ts';
import type { FlowDetail } from '#lib/flows/flow.schema.ts';
import { constantTypes, writtenConstant } from './constant.ts';

const auths = ['none', 'basic', 'bearer'] as const satisfies readonly DestinationAuth[];

/** Where a row takes its value from when it is not a fixed one. */
const fieldSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('record'), record: z.string(), field: z.string() }),
  z.object({ kind: z.literal('field'), path: z.string() }),
]);
export type FieldSource = z.infer<typeof fieldSourceSchema>;

const rowValueSchema = z.object({
  target: z.string(),
  kind: z.enum(['field', 'constant']),
  /** Null until a field is chosen. */
  source: fieldSourceSchema.nullable(),
  constantType: z.enum(constantTypes),
  /** As it is typed. */
  constantText: z.string(),
});
export type RowValue = z.infer<typeof rowValueSchema>;

/** What the form holds while one types: nothing need be right yet. Drafts are read back through it. */
export const flowValuesSchema = z.object({
  name: z.string(),
  connectionId: z.string(),
  eventTypes: z.array(z.string()),
  destination: z.object({
    name: z.string(),
    method: z.enum(destinationMethods),
    url: z.string(),
    headers: z.array(z.object({ name: z.string(), value: z.string() })),
    auth: z.enum(auths),
    username: z.string(),
    secret: z.string(),
    repeatSafe: z.boolean(),
  }),
  rows: z.array(rowValueSchema),
  ordering: z.enum(['every', 'latest']),
});
export type FlowValues = z.infer<typeof flowValuesSchema>;

export const emptyFlowValues: FlowValues = {
  name: '',
  connectionId: '',
  eventTypes: [],
  destination: {
    name: '',
    method: 'POST',
    url: '',
    headers: [],
    auth: 'none',
    username: '',
    secret: '',
    repeatSafe: false,
  },
  rows: [],
  ordering: 'every',
};

/** A row that takes a field. */
export function fieldRow(target: string, source: FieldSource | null): RowValue {
  return { target, kind: 'field', source, constantType: 'text', constantText: '' };
}

/** A flow as the form shows it. The secret is not in it: it is never read back. */
export function flowValuesOf(flow: FlowDetail): FlowValues {
  const { name, connectionId, eventTypes, destination, rows, ordering } = flow;
  return {
    name,
    connectionId,
    eventTypes,
    destination: {
      name: destination.name,
      method: destination.method,
      url: destination.url,
      headers: Object.entries(destination.headers).map(([header, value]) => ({ name: header, value })),
      auth: destination.auth,
      username: destination.username ?? '',
      secret: '',
      repeatSafe: destination.repeatSafe,
    },
    rows: rows.map(({ target, source }) =>
      source.kind === 'constant'
        ? { ...fieldRow(target, null), kind: 'constant', ...writtenConstant(source.value) }
        : fieldRow(target, source),
    ),
    ordering,
  };
}
