import { type ConnectionChange, inTurn } from './connection-change.ts';
import type { ConnectionDetail } from './connections.contract.ts';
import { assertNameFree } from './create-connection.ts';
import { getConnection } from './get-connection.ts';

/** Gives an account another name. Throws NOT_FOUND, or CONFLICT where another one has it. */
export function renameConnection(
  change: ConnectionChange,
  { id, name }: { id: string; name: string },
): Promise<ConnectionDetail> {
  return inTurn(change, async (tx, audit) => {
    const before = await getConnection(tx, id);
    if (before.name === name) return before;
    await assertNameFree(tx, { ...before, name });
    await tx.connection.update({ where: { id }, data: { name } });
    await audit({
      action: 'connection.change',
      subjectKind: 'connection',
      subjectId: id,
      before: { name: before.name },
      after: { name },
    });
    return { ...before, name };
  });
}

/**
 * Switches an account on or off. Off, its addresses take nothing in (senders are answered 401, and what they sent waits
 * among the refused requests), within two seconds; what came before goes on. Throws NOT_FOUND.
 */
export function setConnectionEnabled(
  change: ConnectionChange,
  { id, enabled }: { id: string; enabled: boolean },
): Promise<ConnectionDetail> {
  return inTurn(change, async (tx, audit) => {
    const before = await getConnection(tx, id);
    if ((before.disabledAt === null) === enabled) return before;
    await tx.$executeRaw`
      UPDATE connection SET disabled_at = CASE WHEN ${enabled} THEN NULL ELSE now() END WHERE id = ${id}::uuid`;
    await audit({
      action: 'connection.change',
      subjectKind: 'connection',
      subjectId: id,
      before: { enabled: !enabled },
      after: { enabled },
    });
    return getConnection(tx, id);
  });
}
