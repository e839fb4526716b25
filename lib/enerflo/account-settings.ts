import type { Db, Tx } from '#lib/db/database.ts';
import { env } from '#lib/env.ts';
import { type EnerfloSettings, enerfloSettingsSchema } from './enerflo-settings.schema.ts';

export type AccountSettings = {
  settings: EnerfloSettings;
  /** Where requests go, without a slash at its end. */
  baseUrl: string;
};

/** How an account is called; what nobody said of it is as it most likely is. */
export async function readAccountSettings(db: Db | Tx, connectionId: string): Promise<AccountSettings> {
  const row = await db.enerfloAccount.findUnique({ where: { connectionId } });
  const settings = enerfloSettingsSchema.parse(row?.settings ?? {});
  return { settings, baseUrl: baseUrlOf(settings) };
}

/** Where requests go with these settings, without a slash at its end. */
export function baseUrlOf({ baseUrl }: EnerfloSettings): string {
  return (baseUrl ?? env().ENERFLO_BASE_URL).replace(/\/+$/, '');
}
