import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import { sources } from '#lib/catalog/event-type.ts';
import type { Db } from '#lib/db/database.ts';
import type { Refusal } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { isJsonObject } from '#lib/json.ts';
import { draftEvents } from './draft-events.ts';
import type { KnownEndpoint } from './endpoint-directory.ts';
import type { IngestContext } from './ingest-context.ts';
import { storeBatch } from './store-batch.ts';

export type By = { actor: Actor; requestId: string | null };

/**
 * Takes in a refused request after all, as of its first arrival; if its content came since, it counts as a copy of
 * that event. Its (first) event has the refusal's id, so two people who release it at once store it once. A person
 * may name the account where the request named none, and the event where the body has no name.
 * Throws NOT_FOUND, CONFLICT (settled already) or INVALID (still unreadable, cut, or no account).
 */
export async function releaseRefusal(
  db: Db,
  ingest: IngestContext,
  input: { id: string; connectionId?: string; eventName?: string },
  by: By,
): Promise<{ eventId: string; status: 'accepted' | 'duplicate' }> {
  const refusal = await openRefusal(db, input.id);
  if (refusal.truncated) {
    throw new AppError(
      'INVALID',
      'Only the beginning of this request was kept, so it cannot be released. Ask the sender to send it again.',
    );
  }
  const endpoint = await endpointFor(db, refusal, input.connectionId);
  const headers = isJsonObject(refusal.headers) ? refusal.headers : {};
  const drafted = await draftEvents(
    {
      method: 'POST',
      path: refusal.source,
      query: refusal.query,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      remoteAddress: refusal.remoteAddress,
      bytes: Buffer.from(refusal.bytes),
      byteSize: refusal.byteSize,
      requestId: by.requestId ?? refusal.id,
    },
    endpoint,
    {
      name: input.eventName ?? refusal.eventName,
      window: ingest.window,
      id: refusal.id,
      receivedAt: refusal.receivedAt.toISOString(),
    },
  );
  if (drafted.kind === 'refused')
    throw new AppError('INVALID', `It still cannot be taken in. ${drafted.detail}`);
  if (drafted.kind === 'handshake')
    throw new AppError('INVALID', 'This is a handshake, not an event: drop it.');
  const [first] = await storeBatch(db, drafted.drafts);
  if (!first || first.status === 'unstorable')
    throw new AppError('INVALID', 'The database refuses this data.');
  await settle(db, refusal.id, { state: 'released', eventId: first.eventId }, by);
  return first;
}

/** Puts a refused request aside. Its bytes stay for a look. Throws NOT_FOUND or CONFLICT. */
export async function dropRefusal(db: Db, id: string, by: By): Promise<void> {
  const refusal = await openRefusal(db, id);
  await settle(db, refusal.id, { state: 'dropped', eventId: null }, by);
}

async function openRefusal(db: Db, id: string): Promise<Refusal> {
  const refusal = await db.refusal.findUnique({ where: { id } });
  if (!refusal) throw new AppError('NOT_FOUND', 'There is no refused request with this id.');
  if (refusal.state !== 'open') throw new AppError('CONFLICT', `This request was ${refusal.state} already.`);
  return refusal;
}

async function settle(
  db: Db,
  id: string,
  to: { state: string; eventId: string | null },
  by: By,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const count = await tx.$executeRaw`
      UPDATE refusal SET state = ${to.state}, event_id = ${to.eventId}::uuid, settled_at = now(), settled_by = ${by.actor.name}
      WHERE id = ${id}::uuid AND state = 'open'`;
    if (count === 0) throw new AppError('CONFLICT', 'Somebody else settled this request meanwhile.');
    const action = to.state === 'released' ? 'refusal.release' : 'refusal.drop';
    await recordAudit(tx, {
      ...by,
      action,
      subjectKind: 'refusal',
      subjectId: id,
      before: { state: 'open' },
      after: to,
    });
  });
}

/** The address it came to, or the first one of the account that a person named. */
async function endpointFor(
  db: Db,
  refusal: Refusal,
  connectionId: string | undefined,
): Promise<KnownEndpoint> {
  const chosen = connectionId ?? refusal.connectionId;
  if (!chosen)
    throw new AppError('INVALID', 'Say which account this request belongs to.', {
      fields: [{ field: 'connectionId', message: 'Choose an account' }],
    });
  const connection = await db.connection.findUnique({
    where: { id: chosen },
    include: { endpoints: { orderBy: { id: 'asc' } } },
  });
  const source = sources.find((name) => name === connection?.source);
  const endpoint =
    connection?.endpoints.find((each) => each.id === refusal.endpointId) ?? connection?.endpoints[0];
  if (!connection || !endpoint || !source || source !== refusal.source) {
    throw new AppError('INVALID', 'This account has no address for such requests.', {
      fields: [{ field: 'connectionId', message: 'Choose another account' }],
    });
  }
  return { ...endpoint, source, credentials: [] };
}
