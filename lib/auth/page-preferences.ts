import { isDatabaseAway } from '#lib/db/database-away.ts';
import { services } from '#lib/runtime/services.ts';
import type { Preferences } from './preferences.schema.ts';
import { readPreferences } from './preferences.ts';
import { currentSession } from './require-user.ts';

/**
 * For the root layout: how whoever is signed in wants to see the page, so that the server prints it right at once;
 * null where nobody is, or where the database cannot be asked.
 */
export async function pagePreferences(): Promise<Preferences | null> {
  try {
    const session = await currentSession();
    return session && (await readPreferences(services().db, session.user));
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    return null;
  }
}
