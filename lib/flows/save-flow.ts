import { uuidv7 } from 'uuidv7';
import type { Tx } from '#lib/db/database.ts';
import { saveDestination } from '#lib/destinations/save-destination.ts';
import { AppError } from '#lib/errors.ts';
import type { FlowContext } from './change-context.ts';
import type { FlowDetail, FlowInput } from './flow.schema.ts';
import { getFlow } from './get-flow.ts';

/**
 * Makes a flow, or a new version of the one with `id`, published at once; its destination is made or changed with it.
 * Deliveries that wait keep the version they came in under, but go to the destination as it is now.
 * Gives the flow as it stands. Throws AppError NOT_FOUND, or INVALID with the fields that are wrong.
 */
export async function saveFlow(context: FlowContext, input: FlowInput, id?: string): Promise<FlowDetail> {
  return context.db.$transaction(async (tx) => {
    const before = id === undefined ? null : await lockFlow(tx, id);
    const connection = await tx.connection.findUnique({ where: { id: input.connectionId } });
    if (!connection) throw invalid('connectionId', 'This account does not exist.');

    const existing = before && (await tx.destination.findUnique({ where: { id: before.destination.id } }));
    const target = await targetConnection(tx, connection.environment, existing?.connectionId);
    const saved = await saveDestination(tx, context.box, {
      connectionId: target,
      input: input.destination,
      existing,
    });

    const flowId = before?.id ?? uuidv7();
    const flow = { name: input.name, connectionId: input.connectionId };
    if (before) await tx.flow.update({ where: { id: flowId }, data: flow });
    else await tx.flow.create({ data: { id: flowId, ...flow } });
    await publishVersion(tx, flowId, (before?.version ?? 0) + 1, saved.after.id, input, context.actor);

    const after = await getFlow(tx, flowId);
    const { audit, actor, requestId, address } = context;
    const by = { actor, requestId, address };
    await audit(tx, {
      ...by,
      action: before ? 'destination.change' : 'destination.create',
      subjectKind: 'destination',
      subjectId: saved.after.id,
      before: saved.before ?? undefined,
      after: { ...saved.after, ...(saved.secretChanged ? { secret: 'changed' } : {}) },
    });
    await audit(tx, {
      ...by,
      action: before ? 'flow.change' : 'flow.create',
      subjectKind: 'flow',
      subjectId: flowId,
      before: before ?? undefined,
      after,
    });
    return after;
  });
}

/** The flow as it is, locked so that two who save at once make two versions, one after the other. */
async function lockFlow(tx: Tx, id: string): Promise<FlowDetail> {
  await tx.$queryRaw`SELECT id FROM flow WHERE id = ${id}::uuid FOR UPDATE`;
  return getFlow(tx, id);
}

/** The CRM account that the destination belongs to: the one it has, else the first of this environment. */
async function targetConnection(
  tx: Tx,
  environment: string,
  existingId: string | undefined,
): Promise<string> {
  const target = existingId
    ? await tx.connection.findUnique({ where: { id: existingId } })
    : await tx.connection.findFirst({
        where: { source: 'crm', environment, disabledAt: null },
        orderBy: { id: 'asc' },
      });
  if (!target)
    throw invalid('connectionId', `There is no CRM account in the ${environment} environment yet.`);
  if (target.environment !== environment) {
    throw invalid(
      'connectionId',
      `The destination is in ${target.environment}, this account in ${environment}: they must be the same.`,
    );
  }
  return target.id;
}

async function publishVersion(
  tx: Tx,
  flowId: string,
  number: number,
  destinationId: string,
  { eventTypes, rows, ordering }: FlowInput,
  actor: FlowContext['actor'],
): Promise<void> {
  const [now] = await tx.$queryRaw<{ at: Date }[]>`SELECT now() AS at`;
  await tx.flowVersion.create({
    data: {
      id: uuidv7(),
      flowId,
      number,
      eventTypes,
      createdBy: actor.kind === 'user' ? actor.id : null,
      publishedAt: now?.at,
      steps: { create: { id: uuidv7(), position: 0, destinationId, mapping: rows, ordering } },
    },
  });
}

function invalid(field: string, message: string): AppError {
  return new AppError('INVALID', message, { fields: [{ field, message }] });
}
