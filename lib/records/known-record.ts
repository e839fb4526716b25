import type { JsonObject } from '#lib/json.ts';

/** A record, as far as it says whose it is. */
export type KnownRecord = {
  id: string;
  connectionId: string;
  kind: string;
  externalId: string;
  fields: JsonObject;
};
