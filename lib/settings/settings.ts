import type { z } from 'zod';
import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { type SettingKey, type SettingValue, settingSchemas } from './setting-schemas.ts';

/** What table setting holds under this key, or null where it was never set. Throws if it does not have its shape. */
export async function readSetting<K extends SettingKey>(
  db: Db | Tx,
  key: K,
): Promise<SettingValue<K> | null> {
  const row = await db.setting.findUnique({ where: { key } });
  return row ? parse(key, row.value) : null;
}

/** Keeps a value of Heliograph's own (no person changed it, so no audit entry). Throws ZodError if its shape is wrong. */
export async function writeSetting<K extends SettingKey>(
  db: Db | Tx,
  key: K,
  value: SettingValue<K>,
): Promise<void> {
  const json = JSON.stringify(parse(key, value));
  await db.$executeRaw`
    INSERT INTO setting (key, value, updated_at) VALUES (${key}, ${json}::jsonb, now())
    ON CONFLICT (key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at`;
}

export async function removeSetting(db: Db | Tx, key: SettingKey): Promise<void> {
  await db.setting.deleteMany({ where: { key } });
}

/** A person or token changes a setting; before and after land in the audit log in the same transaction. */
export async function changeSetting<K extends SettingKey>(
  tx: Tx,
  key: K,
  value: SettingValue<K>,
  by: { actor: Actor; requestId?: string | null; address?: string | null },
): Promise<void> {
  const before = (await readSetting(tx, key)) ?? undefined;
  await writeSetting(tx, key, value);
  await recordAudit(tx, {
    ...by,
    action: 'setting.change',
    subjectKind: 'setting',
    subjectId: key,
    before,
    after: value,
  });
}

// The same registry, typed so that a key and its shape stay together through a generic.
const shapes: { [K in SettingKey]: z.ZodType<SettingValue<K>> } = settingSchemas;

function parse<K extends SettingKey>(key: K, value: unknown): SettingValue<K> {
  return shapes[key].parse(value);
}
