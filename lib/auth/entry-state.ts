import { isDatabaseAway } from '#lib/db/database-away.ts';
import { services } from '#lib/runtime/services.ts';
import { hasUser } from './first-admin-lock.ts';
import { currentSession } from './require-user.ts';

/** For the pages before sign-in: which of them this browser should see. */
export type EntryState = 'signed-in' | 'sign-in' | 'first-run' | 'database-away';

export async function entryState(): Promise<EntryState> {
  try {
    if (await currentSession()) return 'signed-in';
    return (await hasUser(services().db)) ? 'sign-in' : 'first-run';
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return 'database-away';
  }
}
