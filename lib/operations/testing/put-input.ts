import { enerfloSettingsSchema } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { JsonObject } from '#lib/json.ts';
import type { Operation } from '../operation.ts';
import { type PutRight, putRight } from '../put-right/put-right.ts';
import { operationNamed } from '../registry.ts';

export const settings = enerfloSettingsSchema.parse({});
export const context = { settings };
export const sentAt = new Date('2024-08-15T18:30:00Z');

/** The operation `enerflo.<name>`. */
export function named(name: string): Operation {
  const operation = operationNamed(`enerflo.${name}`);
  if (!operation) throw new Error(`There is no operation enerflo.${name}`);
  return operation;
}

/** What Jane Smith types for it, put right. */
export function told(name: string, raw: JsonObject, own = settings): PutRight {
  return putRight(named(name), raw, { settings: own, timeZone: 'UTC', author: 'Jane Smith', now: sentAt });
}

/** The same as it is sent; throws where there are problems. */
export function put(name: string, raw: JsonObject, own = settings): JsonObject {
  const { input, problems } = told(name, raw, own);
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
  return input;
}

/** A made-up homeowner, as typed. */
export const lynn = {
  first_name: 'Lynn',
  last_name: 'Kasper',
  email: 'lynn@example.com',
  phone: '480-555-0134',
  address: '12 Elm St',
  city: 'Tucson',
  state: 'AZ',
  zip: '85701',
};
