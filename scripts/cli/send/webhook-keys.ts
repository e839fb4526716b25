import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { env } from '#lib/env.ts';

/** The credentials of the first incoming addresses, as far as they are known here. */
export type WebhookKeys = Partial<
  Record<
    'ENERFLO_WEBHOOK_KEY' | 'SUNNOVA_WEBHOOK_USER' | 'SUNNOVA_WEBHOOK_PASSWORD' | 'CRM_WEBHOOK_KEY',
    string
  >
>;

/** From the settings; what they leave out, from the file where Heliograph keeps those it made (DATA_DIR/keys.env). */
export function webhookKeys(): WebhookKeys {
  const { DATA_DIR, ENERFLO_WEBHOOK_KEY, SUNNOVA_WEBHOOK_USER, SUNNOVA_WEBHOOK_PASSWORD, CRM_WEBHOOK_KEY } =
    env();
  const file = path.join(DATA_DIR, 'keys.env');
  const made: NodeJS.Dict<string> = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
  return {
    ENERFLO_WEBHOOK_KEY: ENERFLO_WEBHOOK_KEY ?? made.ENERFLO_WEBHOOK_KEY,
    SUNNOVA_WEBHOOK_USER: SUNNOVA_WEBHOOK_USER ?? made.SUNNOVA_WEBHOOK_USER,
    SUNNOVA_WEBHOOK_PASSWORD: SUNNOVA_WEBHOOK_PASSWORD ?? made.SUNNOVA_WEBHOOK_PASSWORD,
    CRM_WEBHOOK_KEY: CRM_WEBHOOK_KEY ?? made.CRM_WEBHOOK_KEY,
  };
}
