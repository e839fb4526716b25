import type { Actor } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { readSetting } from '#lib/settings/settings.ts';
import { allows } from './roles.ts';

/**
 * Whether someone may see personal values: everybody from operator up, and viewers unless an admin said otherwise
 * (setting `hidePersonalFromViewers`). Whatever gives out names, addresses, phone numbers or raw data asks this.
 */
export async function seesPersonal(db: Db | Tx, actor: Pick<Actor, 'role'>): Promise<boolean> {
  return allows(actor.role, 'operator') || (await readSetting(db, 'hidePersonalFromViewers')) !== true;
}
