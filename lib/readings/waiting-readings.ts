import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { type ReadingKind, readingKinds } from './reading-kinds.ts';
import type { WaitingReading } from './readings.schema.ts';

/** For so many days a project that never reached us waits to be looked at. */
const DAYS = 7;

type Row = Omit<WaitingReading, 'kind'> & { kind: string };

/**
 * What of the accounts waits for a person, the newest first: readings that failed and no good one came after, and in
 * readings of the last days projects that never reached us whose full install nobody got since. A good reading is one
 * of the same kind, or a load of everything. Accounts that are switched off wait for nobody.
 */
export async function waitingReadings(db: Db): Promise<{ count: number; items: WaitingReading[] }> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    WITH waiting AS (
      SELECT DISTINCT ON (r.connection_id, r.kind) r.id, 'failed' AS what, 1 AS count
      FROM reading r
      WHERE r.state = 'failed' AND NOT EXISTS (
        SELECT FROM reading g
        WHERE g.connection_id = r.connection_id AND g.id > r.id AND g.state = 'done' AND g.kind IN (r.kind, 'initial'))
      ORDER BY r.connection_id, r.kind, r.id DESC)
    SELECT c.id AS "connectionId", c.name AS "connectionName", c.environment, r.id AS "readingId", r.kind, w.what, w.count
    FROM (
      SELECT * FROM waiting
      UNION ALL
      SELECT f.reading_id, 'never-reached-us', count(*)::int
      FROM reading_finding f JOIN reading r ON r.id = f.reading_id
      WHERE f.what = 'never-reached-us' AND r.created_at > clock_timestamp() - make_interval(days => ${DAYS}::int)
        AND NOT EXISTS (
          SELECT FROM wanted_install w
          WHERE w.connection_id = r.connection_id AND w.state = 'got' AND w.record_id = f.record_id
            AND w.settled_at >= f.at)
      GROUP BY f.reading_id) w
    JOIN reading r ON r.id = w.id
    JOIN connection c ON c.id = r.connection_id AND c.disabled_at IS NULL
    ORDER BY r.id DESC, w.what`);
  const items = rows.map(({ kind, ...row }): WaitingReading => {
    return { ...row, kind: readingKinds.find((one): one is ReadingKind => one === kind) ?? 'catch-up' };
  });
  const ofProduction = items.filter(({ environment }) => environment === 'production');
  return { count: ofProduction.reduce((sum, { count }) => sum + count, 0), items };
}
