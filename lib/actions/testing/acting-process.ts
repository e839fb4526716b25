import { z } from 'zod';
import { openDatabase } from '#lib/db/database.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { runAction } from '../run-action.ts';
import { allowStandIn, testSecretKey } from './set-up-enerflo.ts';

/**
 * A process of the tests that does one thing in Enerflo: what stands in its argument as JSON. Says `ready`, does it at
 * `go`, and says what came of it.
 */
const { databaseUrl, standIn, asked } = z
  .object({
    databaseUrl: z.string(),
    standIn: z.object({ url: z.string(), port: z.number() }),
    asked: z.object({
      connectionId: z.string(),
      operation: z.string(),
      input: z.record(z.string(), z.json()),
      idempotencyKey: z.string(),
      agreed: z.array(z.string()),
    }),
  })
  .parse(JSON.parse(process.argv[2] ?? ''));

allowStandIn(databaseUrl, standIn);
const { db, pool, close } = openDatabase(databaseUrl, { connections: 3, name: 'test person' });
const actor = {
  kind: 'user',
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Jane Smith',
  role: 'operator',
} as const;
const context = { db, pool, box: openSecretBox(testSecretKey), actor };

process.on('message', () => {
  runAction(context, asked)
    .then(
      ({ id, state }) => process.send?.({ id, state }),
      (error: unknown) => process.send?.({ error: String(error) }),
    )
    .finally(() => close().then(() => process.disconnect()));
});
process.send?.('ready');
