import { openDatabase } from '#lib/db/database.ts';
import { startWorker } from '#lib/delivery/worker.ts';
import { env } from '#lib/env.ts';
import { projections } from '#lib/runtime/projections.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { readingsPart } from '../readings-part.ts';
import { wantedPart } from '../wanted-part.ts';

/** A worker process of the tests, with the real parts that read from Enerflo. Settings come by its environment. */
const { db, pool, close } = openDatabase(env().DATABASE_URL ?? '', { connections: 4, name: 'test reader' });
const box = openSecretBox(env().SECRET_KEY ?? '');
const parts = [readingsPart(projections.records), wantedPart(projections.records)];
const stop = await startWorker({ db, pool, box, env: env(), projections, parts });
process.send?.('started');
process.on('message', async () => {
  await stop();
  await close();
  process.disconnect();
});
process.on('disconnect', () => process.exit());
