import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const schema = z.object({ SECRET_KEY: z.string(), POSTGRES_PASSWORD: z.string() });
const keysSchema = z.object({
  ENERFLO_WEBHOOK_KEY: z.string(),
  SUNNOVA_WEBHOOK_USER: z.string(),
  SUNNOVA_WEBHOOK_PASSWORD: z.string(),
  CRM_WEBHOOK_KEY: z.string(),
});

/** The secrets an embedded installation makes for itself, once, readable by its owner alone. */
export function localSecrets(dataDir: string): z.infer<typeof schema> {
  return rememberedEnv(path.join(dataDir, 'secrets.env'), schema, () => ({
    SECRET_KEY: randomBytes(32).toString('hex'),
    POSTGRES_PASSWORD: randomBytes(24).toString('base64url'),
  }));
}

/** First webhook credentials where none were given: in a file that a shell can read (`. .data/keys.env`). */
export function localKeys(dataDir: string): z.infer<typeof keysSchema> {
  return rememberedEnv(path.join(dataDir, 'keys.env'), keysSchema, () => ({
    ENERFLO_WEBHOOK_KEY: randomBytes(24).toString('base64url'),
    SUNNOVA_WEBHOOK_USER: `sunnova-${randomBytes(4).toString('hex')}`,
    SUNNOVA_WEBHOOK_PASSWORD: randomBytes(24).toString('base64url'),
    CRM_WEBHOOK_KEY: randomBytes(24).toString('base64url'),
  }));
}

function rememberedEnv<T extends Record<string, string>>(
  file: string,
  shape: z.ZodType<T>,
  make: () => T,
): T {
  if (existsSync(file)) {
    const lines = readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.includes('='));
    return shape.parse(
      Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
      ),
    );
  }
  const made = make();
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(
    file,
    Object.entries(made)
      .map(([name, value]) => `${name}=${value}\n`)
      .join(''),
    { mode: 0o600 },
  );
  return made;
}
