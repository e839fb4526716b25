import type { ChangeContext } from './change-context.ts';
import type { FlowDetail } from './flow.schema.ts';
import { getFlow } from './get-flow.ts';

/**
 * Switches a flow on or off. Off, new events start nothing; deliveries that were already there go on.
 * Gives the flow as it stands; throws AppError NOT_FOUND.
 */
export async function setFlowEnabled(
  context: ChangeContext,
  id: string,
  enabled: boolean,
): Promise<FlowDetail> {
  const { db, audit, actor, requestId, address } = context;
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM flow WHERE id = ${id}::uuid FOR UPDATE`;
    const before = await getFlow(tx, id);
    if (before.enabled === enabled) return before;
    await tx.flow.update({ where: { id }, data: { enabled } });
    await audit(tx, {
      actor,
      requestId,
      address,
      action: enabled ? 'flow.enable' : 'flow.disable',
      subjectKind: 'flow',
      subjectId: id,
      before: { enabled: before.enabled },
      after: { enabled },
    });
    return { ...before, enabled };
  });
}
