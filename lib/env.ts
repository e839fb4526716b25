import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { passwordLength } from '#lib/auth/limits.ts';
import { enerfloBaseUrl } from '#lib/enerflo/enerflo-base-url.schema.ts';
import { outboundAddress } from '#lib/settings/setting-schemas.ts';

const whole = (least: number, most: number) => {
  const words = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(words).int(words).min(least, words).max(most, words);
};
const list = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  );
const webhookKey = z
  .string()
  .regex(/^[\w.~-]{8,}$/, 'must be at least 8 letters, digits or any of - _ . ~')
  .optional();

/** Every setting of a Heliograph process. docs/settings.md is made from this. */
export const envSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('production')
    .describe('Set by the tools; leave it alone.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; 0.0.0.0 for all.'),
  PORT: whole(0, 65_535).default(3000).describe('Port to listen on.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a full address such as https://heliograph.example.com' })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional()
    .describe(
      'How senders and browsers reach this console, in every address shown; https makes cookies Secure. Default: http://localhost:PORT.',
    ),
  TRUST_PROXY: whole(0, 10)
    .default(0)
    .describe(
      'How many proxies in front set X-Forwarded-For; 0 trusts none and takes the address of the connection.',
    ),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .describe('Where the embedded PostgreSQL and the generated secrets live.'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'must be a PostgreSQL address such as postgresql://user:password@host:5432/heliograph',
    })
    .optional()
    .describe('A PostgreSQL 15 or newer of your own. Without it an embedded one is started.'),
  SECRET_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits (openssl rand -hex 32)')
    .optional()
    .describe(
      'Encrypts stored credentials and signs sessions. Must be given with DATABASE_URL; generated into DATA_DIR otherwise.',
    ),
  ADMIN_EMAIL: z
    .email({ error: 'must be an e-mail address' })
    .optional()
    .describe('First admin, made at start when there is no user yet.'),
  ADMIN_PASSWORD: z
    .string()
    .min(8, 'must have at least 8 characters')
    // A longer one could not be typed at sign-in.
    .max(passwordLength.most, `must have at most ${passwordLength.most} characters`)
    .optional()
    .describe('Password of that first admin.'),
  ENERFLO_WEBHOOK_KEY: webhookKey.describe('Key in the first Enerflo address: /api/webhooks/enerflo/{key}.'),
  SUNNOVA_WEBHOOK_USER: z
    .string()
    .regex(/^[^:]+$/, 'must not hold a colon: Basic authentication ends the user name there')
    .optional()
    .describe('Basic user name of the first Sunnova address.'),
  SUNNOVA_WEBHOOK_PASSWORD: z
    .string()
    .min(1)
    .optional()
    .describe('Basic password of the first Sunnova address.'),
  CRM_WEBHOOK_KEY: webhookKey.describe('Key in the first CRM address: /api/webhooks/crm/{key}.'),
  ENERFLO_BASE_URL: enerfloBaseUrl
    .transform((url) => url.replace(/\/+$/, ''))
    .default('https://enerflo.io')
    .describe('Where the Enerflo REST API is, for accounts that name no address of their own.'),
  DUPLICATE_WINDOW: whole(0, 86_400)
    .default(300)
    .describe('Seconds, from the first arrival, in which the same content counts as a copy.'),
  DELIVERY_RETRIES: list
    .transform((parts) =>
      parts.length === 0 ? [5, 30, 120, 600, 1800, 7200, 21_600, 43_200] : parts.map(Number),
    )
    .refine(
      (waits) => waits.every((wait) => Number.isFinite(wait) && wait >= 0),
      'must be seconds, separated by commas',
    )
    .describe(
      'Seconds between the tries of a delivery, before jitter. Default: 5,30,120,600,1800,7200,21600,43200.',
    ),
  DELIVERY_TIMEOUT: whole(1, 120).default(15).describe('Seconds a destination has to answer.'),
  OUTBOUND_ALLOW: list
    .pipe(z.array(outboundAddress))
    .describe(
      'Private addresses that deliveries may reach: host:port or CIDR, separated by commas (127.0.0.1:4010).',
    ),
  METRICS_TOKEN: z
    .string()
    .min(8, 'must have at least 8 characters')
    .optional()
    .describe('Bearer token for /api/metrics, besides API tokens.'),
  LOG_LEVEL: z
    .enum(
      ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'],
      'must be one of fatal, error, warn, info, debug, trace, silent',
    )
    .default('info')
    .describe('How much is logged.'),
});

export type Env = z.infer<typeof envSchema>;

/**
 * Parses settings. Throws an Error whose message is one plain sentence naming the first wrong one.
 * An empty value counts as not given. The value itself is never repeated: it may be a secret.
 */
export function parseSettings(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = envSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(
      `The setting ${String(issue?.path[0] ?? '?')} is wrong: ${issue?.message ?? 'not readable'}.`,
    );
  }
  const env = parsed.data;
  if (env.DATABASE_URL && !env.SECRET_KEY) {
    throw new Error(
      'The setting SECRET_KEY is missing: with DATABASE_URL it must be given (openssl rand -hex 32).',
    );
  }
  if (Boolean(env.ADMIN_EMAIL) !== Boolean(env.ADMIN_PASSWORD)) {
    throw new Error('The settings ADMIN_EMAIL and ADMIN_PASSWORD go together: give both or neither.');
  }
  if (Boolean(env.SUNNOVA_WEBHOOK_USER) !== Boolean(env.SUNNOVA_WEBHOOK_PASSWORD)) {
    throw new Error(
      'The settings SUNNOVA_WEBHOOK_USER and SUNNOVA_WEBHOOK_PASSWORD go together: give both or neither.',
    );
  }
  return env;
}

/** `.env` beside package.json, if there is one; what the environment says wins. */
function fromFile(): Record<string, string | undefined> {
  const file = path.resolve('.env');
  return existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {};
}

declare global {
  var heliographEnv: Env | undefined;
}

/** The settings of this process, parsed once. The only reader of `process.env`. */
export function env(): Env {
  globalThis.heliographEnv ??= parseSettings({ ...fromFile(), ...process.env });
  return globalThis.heliographEnv;
}

/** The address people and senders use, without a trailing slash. */
export function publicUrl(): string {
  return env().PUBLIC_URL ?? `http://localhost:${env().PORT}`;
}
