import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Tx } from '#lib/db/database.ts';
import { credentialPurpose } from '#lib/ingest/authenticate.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import type { CredentialKind } from './connection-kinds.schema.ts';

/** A new secret for a sender: 160 bits as hexadecimal digits, which every form takes and a phone call survives. */
export function newSecret(): string {
  return randomBytes(20).toString('hex');
}

/** Gives an incoming address a credential; the table has its keyed hash only. Gives the row's id. */
export async function makeCredential(
  tx: Tx,
  box: SecretBox,
  { endpointId, kind, secret }: { endpointId: string; kind: CredentialKind; secret: string },
): Promise<string> {
  const id = uuidv7();
  await tx.endpointCredential.create({
    data: { id, endpointId, kind, mac: box.mac(credentialPurpose, secret) },
  });
  return id;
}
