import { z } from 'zod';
import { type FieldWords, fieldWords } from './field-words.ts';
import type { Operation } from './operation.ts';

/** One field of an operation's input, as forms, the CLI and the docs ask for it. */
export type OperationField = {
  key: string;
  required: boolean;
  /** Enerflo takes it empty: null sets it to blank, while leaving it out leaves it alone. */
  blank: boolean;
  words: FieldWords;
};

/** The fields of an operation, in the order of its form. Throws for an entry that tells no words of a field. */
export function operationFields(operation: Pick<Operation, 'name' | 'input'>): OperationField[] {
  return Object.entries(operation.input.shape).map(([key, schema]) => {
    const words = wordsOf(schema);
    if (!words) throw new Error(`${operation.name} tells no words of its field ${key}`);
    return {
      key,
      required: !z.safeParse(schema, undefined).success,
      blank: z.safeParse(schema, null).success,
      words,
    };
  });
}

/** The words lie at the schema itself, beneath `optional()` and `nullable()`. */
function wordsOf(schema: z.core.$ZodType): FieldWords | undefined {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return wordsOf(schema.unwrap());
  return fieldWords.get(schema);
}
