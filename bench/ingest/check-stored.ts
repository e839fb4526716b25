import type pg from 'pg';

/**
 * Throws unless exactly as many events lie in the database as were acknowledged, each with its bytes, and all of
 * them understood. Then empties the tables, so that a long run needs no more room than one cell.
 */
export async function checkStored(
  client: pg.Client,
  acknowledged: { ours: number; reference: number },
): Promise<void> {
  const { rows } = await client.query<{
    events: number;
    bodies: number;
    understood: number;
    reference: number;
  }>(
    `SELECT (SELECT count(*)::int FROM event) AS events,
            (SELECT count(*)::int FROM event_body) AS bodies,
            (SELECT count(*)::int FROM event WHERE known AND complete) AS understood,
            (SELECT count(*)::int FROM reference_event) AS reference`,
  );
  const stored = rows[0];
  const wanted = { events: acknowledged.ours, bodies: acknowledged.ours, understood: acknowledged.ours };
  if (JSON.stringify(stored) !== JSON.stringify({ ...wanted, reference: acknowledged.reference })) {
    throw new Error(`Acknowledged ${JSON.stringify(acknowledged)}, but stored ${JSON.stringify(stored)}.`);
  }
  await client.query('TRUNCATE event, event_body, event_copy, event_key, event_state, reference_event');
}
