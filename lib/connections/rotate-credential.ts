import type { Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { Made } from './add-address.ts';
import { type ConnectionChange, inTurn } from './connection-change.ts';
import { type CredentialKind, type Overlap, overlaps } from './connection-kinds.schema.ts';
import type { ConnectionDetail } from './connections.contract.ts';
import { findAddress } from './find-address.ts';
import { getConnection } from './get-connection.ts';
import { makeCredential, newSecret } from './make-credential.ts';
import { senderAddressOf } from './sender-address-of.ts';

/**
 * Makes a new key, password or header value for an incoming address. Those before stay valid beside it for as long as
 * `keep` says, and none longer than it would have anyway. The new one is in this answer and nowhere else.
 * Throws NOT_FOUND, or INVALID where the address asks for no such credential.
 */
export function rotateCredential(
  change: ConnectionChange,
  { id, kind, keep }: { id: string; kind: CredentialKind; keep: Overlap },
): Promise<Made> {
  return inTurn(change, async (tx, audit) => {
    const address = await findAddress(tx, id);
    const { source, username, headerName, connectionId } = address;
    const asked = { key: source !== 'sunnova', password: username !== null, header: headerName !== null };
    if (!asked[kind]) throw new AppError('INVALID', `This address asks for no ${words[kind]}.`);
    await limitOld(tx, id, kind, overlaps[keep].hours);
    const value = newSecret();
    const credentialId = await makeCredential(tx, change.box, { endpointId: id, kind, secret: value });
    await audit({
      action: 'credential.create',
      subjectKind: 'endpoint',
      subjectId: id,
      after: { credentialId, kind, before: keep },
    });
    const url = senderAddressOf(source, kind === 'key' ? value : undefined);
    const connection = await getConnection(tx, connectionId);
    return { connection, secret: { addressId: id, kind, value, url, username, headerName } };
  });
}

/** Ends a credential now; senders that still use it are refused within two seconds. NOT_FOUND, or CONFLICT if it ended. */
export function endCredential(change: ConnectionChange, { id }: { id: string }): Promise<ConnectionDetail> {
  return inTurn(change, async (tx, audit) => {
    const row = await tx.endpointCredential.findUnique({ where: { id } });
    if (!row) throw new AppError('NOT_FOUND', 'There is no such key or password.');
    const ended = await tx.$executeRaw`
      UPDATE endpoint_credential SET valid_until = now()
      WHERE id = ${id}::uuid AND (valid_until IS NULL OR valid_until > now())`;
    if (ended === 0) throw new AppError('CONFLICT', 'It had ended already.');
    await audit({
      action: 'credential.end',
      subjectKind: 'endpoint',
      subjectId: row.endpointId,
      after: { credentialId: id, kind: row.kind },
    });
    const { connectionId } = await findAddress(tx, row.endpointId);
    return getConnection(tx, connectionId);
  });
}

const words: Record<CredentialKind, string> = { key: 'key', password: 'password', header: 'header' };

/** Gives those that are valid an end in `hours`, by the database's clock; one that ends sooner keeps its end. */
async function limitOld(
  tx: Tx,
  endpointId: string,
  kind: CredentialKind,
  hours: number | null,
): Promise<void> {
  if (hours === null) return;
  await tx.$executeRaw`
    UPDATE endpoint_credential
    SET valid_until = least(valid_until, now() + make_interval(hours => ${hours}::int))
    WHERE endpoint_id = ${endpointId}::uuid AND kind = ${kind}
      AND (valid_until IS NULL OR valid_until > now())`;
}
