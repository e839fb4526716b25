import { uuidv7 } from 'uuidv7';
import { connectionSecretContext } from '#lib/connections/connection-secrets.ts';
import type { Db } from '#lib/db/database.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import { readSetting, writeSetting } from '#lib/settings/settings.ts';
import { type EnerfloSettings, enerfloSettingsSchema } from '../enerflo-settings.schema.ts';

export type AddedAccount = {
  /** Where the Enerflo of the test is, on loopback; requests there are allowed from now on. */
  url: string;
  /** Null for an account without a key. */
  key?: string | null;
  name?: string;
  settings?: Partial<EnerfloSettings>;
};

/** For tests: an Enerflo account with an API key; gives its id. */
export async function addEnerfloAccount(
  { db, box }: { db: Db; box: SecretBox },
  { url, key = 'sandbox-enerflo-key', name = 'Sunny Roofs', settings = {} }: AddedAccount,
): Promise<string> {
  const id = uuidv7();
  await db.connection.create({ data: { id, source: 'enerflo', environment: 'sandbox', name } });
  await db.enerfloAccount.create({
    data: { connectionId: id, settings: enerfloSettingsSchema.parse({ ...settings, baseUrl: url }) },
  });
  if (key !== null) {
    const sealed = box.seal(key, connectionSecretContext(id, 'enerflo.api-key'));
    await db.connectionSecret.create({
      data: { connectionId: id, kind: 'enerflo.api-key', sealed, setBy: 'test' },
    });
  }
  const allowed = (await readSetting(db, 'outboundAllow')) ?? [];
  await writeSetting(db, 'outboundAllow', [...new Set([...allowed, new URL(url).host])]);
  return id;
}
