import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import type { Source } from '#lib/catalog/event-type.ts';
import type { Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import { type ConnectionChange, inTurn } from './connection-change.ts';
import type { ConnectionDetail, MadeSecret } from './connections.contract.ts';
import { getConnection } from './get-connection.ts';
import { makeCredential, newSecret } from './make-credential.ts';
import { senderAddressOf } from './sender-address-of.ts';

/** The account with something new in it, and its secret, which nobody can read again. */
export type Made = { connection: ConnectionDetail; secret: MadeSecret };

/**
 * Gives an account one more incoming address: with a key in it for Enerflo and CRMs, with a user name (`username`, or
 * one made here) and a password for Sunnova. Throws NOT_FOUND, or CONFLICT where the user name is taken.
 */
export function addAddress(
  change: ConnectionChange,
  { id, username }: { id: string; username?: string },
): Promise<Made> {
  return inTurn(change, async (tx, audit) => {
    const { source } = await getConnection(tx, id);
    const made = await insertAddress(tx, change, { connectionId: id, source, username });
    const after = { connectionId: id, username: made.username };
    await audit({ action: 'endpoint.create', subjectKind: 'endpoint', subjectId: made.addressId, after });
    return { connection: await getConnection(tx, id), secret: made };
  });
}

/** The rows of a new incoming address and its first credential. Runs in turn. */
export async function insertAddress(
  tx: Tx,
  { box }: Pick<ConnectionChange, 'box'>,
  { connectionId, source, username: wanted }: { connectionId: string; source: Source; username?: string },
): Promise<MadeSecret> {
  const addressId = uuidv7();
  const value = newSecret();
  const kind = source === 'sunnova' ? 'password' : 'key';
  const username = source === 'sunnova' ? (wanted ?? `${source}-${randomBytes(4).toString('hex')}`) : null;
  if (username !== null) await assertUsernameFree(tx, username);
  await tx.endpoint.create({ data: { id: addressId, connectionId, kind: source, username } });
  await makeCredential(tx, box, { endpointId: addressId, kind, secret: value });
  const url = senderAddressOf(source, kind === 'key' ? value : undefined);
  return { addressId, kind, value, url, username, headerName: null };
}

/** A user name finds its address, so no two may have the same. */
export async function assertUsernameFree(tx: Tx, username: string): Promise<void> {
  if (!(await tx.endpoint.findUnique({ where: { username } }))) return;
  const message = `The user name “${username}” belongs to another address already: choose another one.`;
  throw new AppError('CONFLICT', message, { fields: [{ field: 'username', message }] });
}
