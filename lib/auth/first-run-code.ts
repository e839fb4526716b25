import { createHash } from 'node:crypto';
import type { Db, Tx } from '#lib/db/database.ts';
import { readSetting, removeSetting, writeSetting } from '#lib/settings/settings.ts';
import { hasUser, lockFirstAdmin } from './first-admin-lock.ts';
import { canonicalCode, makeReadableCode } from './readable-code.ts';

/**
 * A new one-time code for the first-run page, to be printed at start: 60 random bits as `7K2M-9QXT-0VBN`. Null once
 * there is a user. Only its hash is kept, and a code made earlier stops working.
 */
export function firstRunCode(db: Db): Promise<string | null> {
  return db.$transaction(async (tx) => {
    await lockFirstAdmin(tx);
    if (await hasUser(tx)) {
      await removeSetting(tx, 'firstRunCode');
      return null;
    }
    const code = makeReadableCode({ groups: 3, groupLength: 4 });
    await writeSetting(tx, 'firstRunCode', { sha256: hashOf(code) });
    return code;
  });
}

/** Whether this is the code printed at the last start, however it was typed (case, dashes, O for 0, l for 1). */
export async function isFirstRunCode(db: Db | Tx, typed: string): Promise<boolean> {
  const kept = await readSetting(db, 'firstRunCode');
  return kept !== null && kept.sha256 === hashOf(typed);
}

function hashOf(code: string): string {
  return createHash('sha256').update(canonicalCode(code)).digest('hex');
}
