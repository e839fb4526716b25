import type { Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import { assertUsernameFree } from './add-address.ts';
import { type ConnectionChange, inTurn } from './connection-change.ts';
import type { ConnectionDetail, Demand, MadeSecret } from './connections.contract.ts';
import { findAddress } from './find-address.ts';
import { getConnection } from './get-connection.ts';
import { makeCredential, newSecret } from './make-credential.ts';
import { senderAddressOf } from './sender-address-of.ts';

/** Says from which addresses and blocks requests are taken; an empty list takes them from everywhere. NOT_FOUND. */
export function setAllowList(
  change: ConnectionChange,
  { id, allowList: given }: { id: string; allowList: readonly string[] },
): Promise<ConnectionDetail> {
  const allowList = [...new Set(given)];
  return inTurn(change, async (tx, audit) => {
    const before = await findAddress(tx, id);
    await tx.endpoint.update({ where: { id }, data: { allowList } });
    await audit({
      action: 'endpoint.change',
      subjectKind: 'endpoint',
      subjectId: id,
      before: { allowList: before.allowList },
      after: { allowList },
    });
    return getConnection(tx, before.connectionId);
  });
}

/**
 * Says what a sender must show besides the key in the address: nothing, a header, or Basic credentials. It counts at
 * once, and what was asked for before does not any more. A secret that was made here comes back once; one that was
 * given does not. Throws NOT_FOUND, CONFLICT (the user name is taken), or INVALID for Sunnova, which has Basic and
 * nothing else (sunnova webhooks: "only support basic authentication").
 */
export function setDemand(
  change: ConnectionChange,
  { id, demand }: { id: string; demand: Demand },
): Promise<{ connection: ConnectionDetail; secret: MadeSecret | null }> {
  return inTurn(change, async (tx, audit) => {
    const before = await findAddress(tx, id);
    if (before.source === 'sunnova') {
      throw new AppError(
        'INVALID',
        'Sunnova sends Basic credentials and nothing else: they cannot be replaced.',
      );
    }
    const headerName = demand.kind === 'header' ? demand.name : null;
    const username = demand.kind === 'basic' ? demand.username : null;
    if (username !== null && username !== before.username) await assertUsernameFree(tx, username);
    const pastHeaders = [...new Set([...before.pastHeaders, before.headerName ?? []].flat())];
    await tx.endpoint.update({ where: { id }, data: { headerName, username, pastHeaders } });
    await endExtras(tx, id);
    const secret = await makeExtra(tx, change, id, demand);
    await audit({
      action: 'endpoint.change',
      subjectKind: 'endpoint',
      subjectId: id,
      before: { headerName: before.headerName, username: before.username },
      after: { headerName, username },
    });
    const connection = await getConnection(tx, before.connectionId);
    const url = senderAddressOf(before.source);
    return { connection, secret: secret && { ...secret, addressId: id, url, username, headerName } };
  });
}

async function endExtras(tx: Tx, endpointId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE endpoint_credential SET valid_until = now()
    WHERE endpoint_id = ${endpointId}::uuid AND kind IN ('header', 'password')
      AND (valid_until IS NULL OR valid_until > now())`;
}

async function makeExtra(
  tx: Tx,
  { box }: ConnectionChange,
  endpointId: string,
  demand: Demand,
): Promise<Pick<MadeSecret, 'kind' | 'value'> | null> {
  if (demand.kind === 'nothing') return null;
  const kind = demand.kind === 'header' ? 'header' : 'password';
  const given = demand.kind === 'header' ? demand.value : undefined;
  const value = given ?? newSecret();
  await makeCredential(tx, box, { endpointId, kind, secret: value });
  return given === undefined ? { kind, value } : null;
}
