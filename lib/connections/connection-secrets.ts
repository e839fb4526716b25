import { AppError } from '#lib/errors.ts';
import { type ConnectionChange, inTurn } from './connection-change.ts';
import { type SecretKind, secretKinds } from './connection-kinds.schema.ts';
import type { ConnectionDetail } from './connections.contract.ts';
import { getConnection } from './get-connection.ts';

/** What a secret of an account is sealed with: ciphertext moved to another row does not open. */
export function connectionSecretContext(connectionId: string, kind: SecretKind): string {
  return `connection_secret:${connectionId}:${kind}`;
}

/**
 * Seals a credential for calling the account's API in place of the one before. No answer and no audit entry has it or
 * a part of it. Throws NOT_FOUND, or INVALID where accounts of this source have no such credential.
 */
export function setConnectionSecret(
  change: ConnectionChange,
  { id, kind, value }: { id: string; kind: SecretKind; value: string },
): Promise<ConnectionDetail> {
  return inTurn(change, async (tx, audit) => {
    const { source } = await getConnection(tx, id);
    if (secretKinds[kind].source !== source) {
      throw new AppError('INVALID', `This account has no ${secretKinds[kind].label}.`);
    }
    const sealed = change.box.seal(value, connectionSecretContext(id, kind));
    await tx.$executeRaw`
      INSERT INTO connection_secret (connection_id, kind, sealed, set_at, set_by)
      VALUES (${id}::uuid, ${kind}, ${sealed}, now(), ${change.actor.name})
      ON CONFLICT (connection_id, kind)
        DO UPDATE SET sealed = excluded.sealed, set_at = excluded.set_at, set_by = excluded.set_by`;
    const after = { kind, set: true };
    await audit({ action: 'connection.secret', subjectKind: 'connection', subjectId: id, after });
    return getConnection(tx, id);
  });
}

/** Forgets a credential. Throws NOT_FOUND where there is none. */
export function removeConnectionSecret(
  change: ConnectionChange,
  { id, kind }: { id: string; kind: SecretKind },
): Promise<ConnectionDetail> {
  return inTurn(change, async (tx, audit) => {
    const { count } = await tx.connectionSecret.deleteMany({ where: { connectionId: id, kind } });
    if (count === 0) throw new AppError('NOT_FOUND', 'There is no such key to remove.');
    const after = { kind, set: false };
    await audit({ action: 'connection.secret', subjectKind: 'connection', subjectId: id, after });
    return getConnection(tx, id);
  });
}
