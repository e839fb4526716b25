import type { Db } from '#lib/db/database.ts';

/** All that is known of an account's records, their histories included, with the events told by `nameOfEvent`. */
export async function snapshot(db: Db, connectionId: string, nameOfEvent: (id: string) => string) {
  const records = await db.record.findMany({ where: { connectionId } });
  const changes = await db.change.findMany({
    where: { recordId: { in: records.map((record) => record.id) } },
    orderBy: [{ field: 'asc' }, { ordinal: 'asc' }],
  });
  const named = records.map(({ id, kind, externalId, fields, marks, firstSeenAt, lastSeenAt }) => ({
    name: `${kind} ${externalId}`,
    fields,
    marks,
    firstSeenAt,
    lastSeenAt,
    changes: changes
      .filter((change) => change.recordId === id)
      .map(({ field, ordinal, before, after, at, eventId }) => ({
        change: `${field} ${ordinal}`,
        before,
        after,
        at,
        event: eventId && nameOfEvent(eventId),
      })),
  }));
  return named.sort((one, other) => (one.name < other.name ? -1 : 1));
}
