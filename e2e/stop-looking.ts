import { readFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import type { Installation } from './installation.ts';

/**
 * Has an action in doubt be as old as one that nobody looks for by himself any more. `confirmed`: as one of which Enerflo's
 * answer is kept, while reading it back never came to an end.
 */
export async function stopLooking(
  { dataDir }: Installation,
  actionId: string,
  { confirmed = false } = {},
): Promise<void> {
  const secrets = readFileSync(path.join(dataDir, 'secrets.env'), 'utf8');
  const client = new pg.Client({
    host: '127.0.0.1',
    port: Number(readFileSync(path.join(dataDir, 'postgres.port'), 'utf8')),
    user: 'heliograph',
    password: /POSTGRES_PASSWORD=(.+)/.exec(secrets)?.[1] ?? '',
    database: 'heliograph',
  });
  await client.connect();
  // A worker that looks at this moment ends its look by the time of the request as well.
  await client.query(
    `UPDATE action_attempt SET started_at = started_at - interval '2 days'
     WHERE action_id = $1 AND purpose = 'write'`,
    [actionId],
  );
  if (confirmed)
    await client.query(
      `UPDATE action SET result = coalesce(result, '{}') || '{"answered": true}' WHERE id = $1`,
      [actionId],
    );
  await client.query('UPDATE action SET due_at = NULL WHERE id = $1', [actionId]);
  await client.end();
}
