import { uuidv7 } from 'uuidv7';
import type { Tx } from '#lib/db/database.ts';
import type { Destination } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import type { DestinationDto, DestinationInput } from './destination.schema.ts';
import { serializeDestination } from './serialize-destination.ts';

export type SavedDestination = {
  before: DestinationDto | null;
  after: DestinationDto;
  secretChanged: boolean;
};

/**
 * Makes a destination of a connection, or changes the one given. A stored secret stays unless a new one comes; it
 * is only ever sent to the origin and in the way it was given for, so a change of either asks for it again
 * (AppError INVALID on `destination.secret`): else whoever may edit an address could have it sent to their own.
 */
export async function saveDestination(
  tx: Tx,
  box: SecretBox,
  {
    connectionId,
    input,
    existing,
  }: { connectionId: string; input: DestinationInput; existing: Destination | null },
): Promise<SavedDestination> {
  const id = existing?.id ?? uuidv7();
  const { name, method, url, headers, auth, repeatSafe } = input;
  const secret = secretToStore(box, id, input, existing);
  const username = auth === 'basic' ? (input.username ?? null) : null;
  const data = { name, method, url, headers, auth, username, secret, repeatSafe };
  const row = existing
    ? await tx.destination.update({ where: { id }, data })
    : await tx.destination.create({ data: { id, connectionId, ...data } });
  return {
    before: existing && serializeDestination(existing),
    after: serializeDestination(row),
    secretChanged: Boolean(input.secret) && auth !== 'none',
  };
}

/** What a destination's secret is sealed with: ciphertext moved to another row does not open. */
export function secretContext(destinationId: string): string {
  return `destination:${destinationId}`;
}

function secretToStore(box: SecretBox, id: string, input: DestinationInput, existing: Destination | null) {
  if (input.auth === 'none') return null;
  if (input.secret) return box.seal(input.secret, secretContext(id));
  const kept = existing?.secret ?? null;
  const refuse = (message: string) =>
    new AppError('INVALID', message, { fields: [{ field: 'destination.secret', message }] });
  if (!kept || !existing) throw refuse('Give the password or token.');
  const sameTarget =
    new URL(existing.url).origin === new URL(input.url).origin && existing.auth === input.auth;
  if (!sameTarget)
    throw refuse('The address or the way of signing in changed: give the password or token again.');
  return kept;
}
