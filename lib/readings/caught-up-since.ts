import { recordKinds } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { Json } from '#lib/json.ts';
import type { CaughtUpItem } from './readings.contract.ts';

const MOST = 30;

type Row = {
  kind: string;
  externalId: string;
  field: string;
  before: Json;
  after: Json;
  at: Date;
  readingId: string;
  connectionId: string;
};

/** What changed of an event's records since it came, and only a catch-up told, newest first; at most thirty. */
export async function caughtUpSince(db: Db, eventId: string): Promise<CaughtUpItem[]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT r.kind, r.external_id AS "externalId", c.field, c.before, c.after, c.at, o.reading_id AS "readingId",
           r.connection_id AS "connectionId"
    FROM event e JOIN event_effect f ON f.event_id = e.id
    JOIN record r ON r.id = f.record_id
    JOIN change c ON c.record_id = r.id
    JOIN observation o ON o.id = c.observation_id
    WHERE e.id = ${eventId}::uuid AND o.reading_id IS NOT NULL AND o.arrived_at >= e.received_at
    ORDER BY c.at DESC, r.kind, c.field LIMIT ${MOST}`);
  return rows.map(({ at, ...row }) => {
    const kind = recordKinds.find((known) => known.kind === row.kind);
    const label = kind?.fields.find(({ key }) => key === row.field)?.label ?? row.field;
    return {
      ...row,
      label,
      record: kind?.label ?? row.kind,
      at: at.toISOString(),
      known: true,
      hidden: false,
    };
  });
}
