import { randomUUID } from 'node:crypto';
import { databaseNow } from '#lib/db/database-clock.ts';
import { isJsonObject } from '#lib/json.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';

/** The header by which this console marks a test that it sends to itself. */
export const testHeader = 'x-heliograph-test';

const purpose = 'test event';
const validFor = 60_000;

/** A value of the header that counts for a minute and for this address: who sends the test, signed. */
export function makeTestToken(
  box: SecretBox,
  { endpointId, by }: { endpointId: string; by: string },
): string {
  const said = { endpointId, by, until: databaseNow() + validFor, once: randomUUID() };
  const text = Buffer.from(JSON.stringify(said)).toString('base64url');
  return `${text}.${Buffer.from(box.mac(purpose, text)).toString('base64url')}`;
}

/** Who sent the test, where the header is one of ours, for this address and of the last minute; else null. */
export function readTestToken(
  header: string | undefined,
  endpointId: string,
  box: SecretBox,
): { by: string } | null {
  const [text = '', mac = ''] = header?.split('.') ?? [];
  if (text === '' || !box.same(box.mac(purpose, text), Buffer.from(mac, 'base64url'))) return null;
  const said: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  if (!isJsonObject(said) || said.endpointId !== endpointId) return null;
  const fresh = typeof said.until === 'number' && said.until > databaseNow();
  return fresh && typeof said.by === 'string' ? { by: said.by } : null;
}
