import { createHash } from 'node:crypto';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import type { ChangeContext } from '#lib/flows/change-context.ts';
import { copyBytes } from './copy-differences.ts';
import { eventBytes, getEvent } from './get-event.ts';
import { hideInEvent } from './hide-in-event.ts';

/** Copies that are named one by one. */
const mostCopies = 20;

/**
 * One event as a file for a ticket at the vendor: what came, when, how often, with the hash of the raw bytes so that
 * the vendor can find it on his side. Personal values are masked, whoever asks; no credential is in it. Audited.
 * Throws NOT_FOUND.
 */
export async function supportCopy(
  { db, audit, actor, requestId, address }: ChangeContext,
  id: string,
): Promise<{ name: string; text: string }> {
  const event = hideInEvent(await getEvent(db, id));
  const copies = await Promise.all(
    event.copies.slice(0, mostCopies).map(async (copy) => ({
      receivedAt: copy.receivedAt,
      fromAddress: copy.remoteAddress,
      sha256: sha256(await copyBytes(db, id, copy.id)),
    })),
  );
  const document = {
    note: 'One webhook as it was received. Names, addresses, phone numbers, e-mail addresses, files and free text are masked; ids, times, statuses and amounts are as they came.',
    id: event.id,
    source: event.source,
    environment: event.environment,
    type: event.type,
    vendorName: eventTypeNamed(event.type)?.vendorName ?? null,
    recognised: event.known,
    complete: event.complete,
    receivedAt: event.receivedAt,
    receivedCount: event.receivedCount,
    lastReceivedAt: event.lastReceivedAt,
    happenedAt: event.occurredAt,
    fromAddress: event.remoteAddress,
    envelope: event.envelope,
    contentType: event.contentType,
    contentEncoding: event.contentEncoding,
    byteSize: event.byteSize,
    sha256OfRawBytes: sha256(await eventBytes(db, id)),
    query: event.query,
    headers: event.headers,
    warnings: event.warnings,
    ids: event.ids,
    copies,
    data: event.payload,
  };
  await db.$transaction((tx) =>
    audit(tx, {
      actor,
      action: 'event.support-copy',
      subjectKind: 'event',
      subjectId: id,
      requestId,
      address,
    }),
  );
  return { name: `heliograph-event-${id.slice(-8)}.json`, text: `${JSON.stringify(document, null, 2)}\n` };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
