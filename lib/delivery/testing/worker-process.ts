// A worker as a process of its own, for tests that kill it. Settings come from the environment.
import { openDatabase } from '#lib/db/database.ts';
import { env } from '#lib/env.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { startWorker } from '../worker.ts';

const { DATABASE_URL = '', SECRET_KEY = '' } = env();
const { db, pool, close } = openDatabase(DATABASE_URL, { connections: 6, name: 'heliograph test worker' });
const stop = await startWorker({ db, pool, box: openSecretBox(SECRET_KEY), env: env() });
process.once('SIGTERM', async () => {
  const stopped = stop();
  process.stdout.write('stopping\n');
  await stopped;
  await close();
  process.stdout.write('stopped\n');
});
process.stdout.write('ready\n');
