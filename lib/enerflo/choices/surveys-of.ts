import { isJsonObject, type JsonObject } from '#lib/json.ts';
import { listOf, mapOf } from '../rows-of.ts';

/** The deals of a customer's row of 1.0, where they are called surveys: a map by anything, or a list. */
export function surveysOf({ surveys }: JsonObject): JsonObject[] {
  return (listOf(surveys) ?? Object.values(mapOf(surveys))).filter(isJsonObject);
}
