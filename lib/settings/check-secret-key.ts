import type { Db } from '#lib/db/database.ts';
import type { SecretBox } from './secret-box.ts';
import { readSetting } from './settings.ts';

/**
 * Makes sure that this process has the key the database was set up with; the first process to come keeps its check
 * value. Throws a sentence for the one who starts it: with another key no stored credential could be opened.
 */
export async function checkSecretKey(db: Db, box: SecretBox): Promise<void> {
  const mac = box.mac('secret check', 'heliograph');
  const own = { keyId: box.keyId, mac: Buffer.from(mac).toString('hex') };
  // Of several first processes one inserts, and all compare with what stands there then.
  await db.setting.createMany({ data: [{ key: 'secretCheck', value: own }], skipDuplicates: true });
  const kept = await readSetting(db, 'secretCheck');
  if (kept && box.same(mac, Buffer.from(kept.mac, 'hex'))) return;
  throw new Error(
    `SECRET_KEY is not the key this database was set up with (it has key ${kept?.keyId}, this process ${box.keyId}). ` +
      'Give this process the key the others use; without it the stored credentials cannot be opened.',
  );
}
