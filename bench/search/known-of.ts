import type pg from 'pg';
import type { Loaded } from './load.ts';
import type { Known, KnownCase } from './questions.ts';

/** What was loaded that questions ask for by its id or its own words. */
export async function knownOf(pool: pg.Pool, { busy }: Loaded): Promise<Known> {
  const column = async (sql: string, values: unknown[] = []) =>
    (await pool.query<{ value: string }>(sql, values)).rows.map((row) => row.value);
  const install = `SELECT id::text AS value FROM record WHERE kind = 'enerflo.install'`;
  const [busyInstall] = await column(`${install} AND external_id = $1`, [String(busy.installId)]);
  if (!busyInstall) throw new Error('The install with 500 events is not there.');
  const [flow] = await column('SELECT id::text AS value FROM flow');
  if (!flow) throw new Error('The flow is not there.');
  return {
    flow,
    delivered: await column('SELECT event_id::text AS value FROM delivery ORDER BY md5(id::text) LIMIT 110'),
    eventIds: await column('SELECT id::text AS value FROM event ORDER BY content_hash LIMIT 110'),
    agreements: await column(
      `SELECT payload->>'agreement_id' AS value FROM event WHERE type = 'enerflo.v1.update_install' ORDER BY id LIMIT 110`,
    ),
    unknownIds: await column(
      `SELECT payload->>'id' AS value FROM event WHERE NOT known ORDER BY id LIMIT 110`,
    ),
    installs: await column(`${install} ORDER BY md5(id::text) LIMIT 110`),
    busyInstall,
    heldInstalls: await column(`
      SELECT DISTINCT f.record_id::text AS value
      FROM delivery o JOIN delivery d ON d.order_key = o.order_key AND d.event_id > o.event_id
      JOIN event_effect f ON f.event_id = d.event_id JOIN record r ON r.id = f.record_id AND r.kind = 'enerflo.install'
      WHERE o.state IN ('failed', 'unknown') AND d.state = 'waiting' ORDER BY 1 LIMIT 110`),
    cases: (
      await pool.query<KnownCase>(`
        SELECT homeowner, address, system_project_id AS project, record_id::text AS id,
               floor(extract(epoch FROM last_heard_at) * 1000)::float8 AS at
        FROM cancellation_case ORDER BY md5(record_id::text) LIMIT 110`)
    ).rows,
  };
}
