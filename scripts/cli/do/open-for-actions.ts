import type { ActionContext } from '#lib/actions/action-context.ts';
import { systemActor } from '#lib/audit/audit.ts';
import { env } from '#lib/env.ts';
import { localSecrets } from '#lib/runtime/local-secrets.ts';
import { projections } from '#lib/runtime/projections.ts';
import { checkSecretKey } from '#lib/settings/check-secret-key.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { openRunningDatabase } from '../open-running-database.ts';

/**
 * The running database and what acting in Enerflo needs. `author` is named in notes and in the list of actions. A key
 * other than the database's is refused.
 */
export async function openForActions(
  author: string | undefined,
): Promise<ActionContext & { close: () => Promise<void> }> {
  const { db, pool, close } = await openRunningDatabase();
  try {
    const { SECRET_KEY, DATA_DIR } = env();
    const box = openSecretBox(SECRET_KEY ?? localSecrets(DATA_DIR).SECRET_KEY);
    await checkSecretKey(db, box);
    return { db, pool, box, actor: systemActor(author ?? 'cli'), projections: projections.records, close };
  } catch (error) {
    await close();
    throw error;
  }
}
