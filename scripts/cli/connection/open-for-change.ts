import { systemActor } from '#lib/audit/audit.ts';
import type { ConnectionChange } from '#lib/connections/connection-change.ts';
import { env } from '#lib/env.ts';
import { localSecrets } from '#lib/runtime/local-secrets.ts';
import { checkSecretKey } from '#lib/settings/check-secret-key.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { openRunningDatabase } from '../open-running-database.ts';

/**
 * The running database and what a change of an account needs. A key other than the one the database was set up with is
 * refused: no process could use what it makes.
 */
export async function openForChange(): Promise<ConnectionChange & { close: () => Promise<void> }> {
  const { db, close } = await openRunningDatabase();
  try {
    const { SECRET_KEY, DATA_DIR } = env();
    const box = openSecretBox(SECRET_KEY ?? localSecrets(DATA_DIR).SECRET_KEY);
    await checkSecretKey(db, box);
    return { db, box, actor: systemActor('cli'), close };
  } catch (error) {
    await close();
    throw error;
  }
}
