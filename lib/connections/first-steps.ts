import type { Db } from '#lib/db/database.ts';
import type { ConnectionChange } from './connection-change.ts';
import { inTurn } from './connection-change.ts';
import type { FirstStepsState } from './first-steps.contract.ts';
import { getConnection } from './get-connection.ts';

type Row = { connected: boolean; heard: boolean; flow: boolean };

/**
 * Which of the first steps are done. An account counts as connected once a person (or a token) made or copied an
 * address, or anything came; what Heliograph made for itself at its first start does not count.
 */
export async function firstSteps(db: Db): Promise<FirstStepsState> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT
      EXISTS (SELECT 1 FROM event) AS heard,
      EXISTS (SELECT 1 FROM flow) AS flow,
      EXISTS (
        SELECT 1 FROM audit_entry
        WHERE action IN ('connection.create', 'connection.copy', 'endpoint.create', 'credential.create')
      ) AS connected`;
  const { connected = false, heard = false, flow = false } = row ?? {};
  return { connected: connected || heard, heard, flow };
}

/** Notes that a person copied an address of this account, for the first steps. Throws NOT_FOUND. */
export async function noteCopied(change: ConnectionChange, id: string): Promise<void> {
  await inTurn(change, async (tx, audit) => {
    await getConnection(tx, id);
    await audit({ action: 'connection.copy', subjectKind: 'connection', subjectId: id });
  });
}
