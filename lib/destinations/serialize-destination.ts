import type { Destination } from '#lib/db/generated/client.ts';
import { type DestinationDto, destinationSchema } from './destination.schema.ts';

/** A destination's row as it may leave the server: everything but the secret. */
export function serializeDestination(row: Destination): DestinationDto {
  const { id, connectionId, name, method, url, headers, auth, username, secret, repeatSafe } = row;
  const told = {
    id,
    connectionId,
    name,
    method,
    url,
    headers,
    auth,
    username,
    hasSecret: secret !== null,
    repeatSafe,
  };
  return destinationSchema.parse(told);
}
