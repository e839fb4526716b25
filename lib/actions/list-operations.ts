import { z } from 'zod';
import { operations } from '#lib/operations/registry.ts';
import type { operationSchema } from './action.schema.ts';

const jsonObject = z.record(z.string(), z.json());

/** Everything that can be done in Enerflo, as programs are told of it: with the JSON Schema of its input. */
export function listOperations(): z.infer<typeof operationSchema>[] {
  return operations.map(({ name, label, words, guideStep, evidence, role, kind, undo, input }) => ({
    name,
    label,
    words,
    guideStep,
    evidence,
    role,
    kind,
    undo: undo?.words ?? null,
    input: jsonSchemaOf(input),
  }));
}

function jsonSchemaOf(schema: z.ZodObject) {
  return jsonObject.parse(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
}
