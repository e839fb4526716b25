import type { Source } from '#lib/catalog/event-type.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import type { EndpointDirectory, KnownEndpoint } from './endpoint-directory.ts';

/** What `credentials` are hashed for; the same words where they are made. */
export const credentialPurpose = 'endpoint credential';

export type Authentication =
  | { ok: true; endpoint: KnownEndpoint }
  | {
      ok: false;
      reason: 'wrong-key' | 'wrong-password' | 'no-credentials' | 'wrong-header';
      detail: string;
      endpoint: KnownEndpoint | null;
    };

/**
 * Who sends. Enerflo and CRMs are known by the key in the address (and a header or Basic password, where an admin
 * asked for one); Sunnova by Basic credentials, whose user name finds the endpoint (sunnova webhooks: "only support
 * basic authentication"). Secrets are compared in constant time.
 */
export async function authenticate(
  given: { source: Source; key: string | null; headers: Record<string, string> },
  directory: EndpointDirectory,
  box: SecretBox,
): Promise<Authentication> {
  if (given.source === 'sunnova') return authenticateBasic(given.headers, directory, box);
  const mac = box.mac(credentialPurpose, given.key ?? '');
  const endpoint = given.key ? await directory.byKey(mac) : null;
  if (endpoint?.source !== given.source) {
    const detail = 'The key in the address is not one of ours.';
    return { ok: false, reason: 'wrong-key', detail, endpoint: null };
  }
  if (!fits(endpoint, 'key', mac, box)) {
    return { ok: false, reason: 'wrong-key', detail: 'The key in the address is no longer valid.', endpoint };
  }
  return checkExtras(endpoint, given.headers, box);
}

async function authenticateBasic(
  headers: Record<string, string>,
  directory: EndpointDirectory,
  box: SecretBox,
): Promise<Authentication> {
  const basic = basicCredentials(headers.authorization);
  if (!basic) {
    const detail =
      'The request had no Basic credentials. Sunnova must be told the user name and password of this address.';
    return { ok: false, reason: 'no-credentials', detail, endpoint: null };
  }
  const found = await directory.byUsername(basic.username);
  const endpoint = found?.source === 'sunnova' ? found : null;
  const right = fits(endpoint, 'password', box.mac(credentialPurpose, basic.password), box);
  if (!endpoint || !right) {
    const detail = endpoint
      ? `The password for the user name "${basic.username}" is not right.`
      : 'The user name is not one of ours.';
    return { ok: false, reason: 'wrong-password', detail, endpoint };
  }
  return { ok: true, endpoint };
}

function checkExtras(
  endpoint: KnownEndpoint,
  headers: Record<string, string>,
  box: SecretBox,
): Authentication {
  if (endpoint.headerName !== null) {
    const value = headers[endpoint.headerName.toLowerCase()];
    if (value === undefined || !fits(endpoint, 'header', box.mac(credentialPurpose, value), box)) {
      const detail = `The header "${endpoint.headerName}" is missing or its value is not right.`;
      return { ok: false, reason: 'wrong-header', detail, endpoint };
    }
  }
  if (endpoint.username !== null) {
    const basic = basicCredentials(headers.authorization);
    const mac = box.mac(credentialPurpose, basic?.password ?? '');
    if (basic?.username !== endpoint.username || !fits(endpoint, 'password', mac, box)) {
      return {
        ok: false,
        reason: 'wrong-password',
        detail: 'The Basic credentials are missing or not right.',
        endpoint,
      };
    }
  }
  return { ok: true, endpoint };
}

/** Looks at every credential, also after a match and for an unknown endpoint, so that the time taken tells nothing. */
function fits(endpoint: KnownEndpoint | null, kind: string, mac: Uint8Array, box: SecretBox): boolean {
  let found = false;
  for (const credential of endpoint?.credentials ?? []) {
    if (credential.kind === kind && box.same(mac, credential.mac) && isValid(credential)) found = true;
  }
  return found;
}

function isValid(credential: { validUntil: number | null }): boolean {
  return credential.validUntil === null || credential.validUntil > databaseNow();
}

/** User name and password of an `Authorization: Basic` header (RFC 7617), or null. */
function basicCredentials(header: string | undefined): { username: string; password: string } | null {
  const encoded = /^Basic\s+([A-Za-z0-9+/=_-]+)\s*$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon === -1 ? null : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
