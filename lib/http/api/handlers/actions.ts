import type { ActionContext } from '#lib/actions/action-context.ts';
import { getAction } from '#lib/actions/get-action.ts';
import { insteadOf } from '#lib/actions/instead-of.ts';
import { listActions } from '#lib/actions/list-actions.ts';
import { listOperations } from '#lib/actions/list-operations.ts';
import { lookUpAction } from '#lib/actions/look-up-action.ts';
import { previewAction, putRightAction } from '#lib/actions/preview-action.ts';
import { readOperation } from '#lib/actions/read-operation.ts';
import { runAction } from '#lib/actions/run-action.ts';
import { settleByHand } from '#lib/actions/settle-by-hand.ts';
import { undoAction } from '#lib/actions/undo-action.ts';
import { waitingActions } from '#lib/actions/waiting-actions.ts';
import { projections } from '#lib/runtime/projections.ts';
import { type ApiContext, procedure } from '../procedure.ts';

export const actionHandlers = {
  operations: procedure.actions.operations.handler(() => ({ items: listOperations() })),
  putRight: procedure.actions.putRight.handler(({ context, input }) =>
    putRightAction(acting(context), input),
  ),
  preview: procedure.actions.preview.handler(({ context, input }) => previewAction(acting(context), input)),
  run: procedure.actions.run.handler(({ context, input }) => runAction(acting(context), input)),
  read: procedure.actions.read.handler(({ context, input }) => readOperation(acting(context), input)),
  list: procedure.actions.list.handler(({ context, input }) => listActions(context.services.db, input)),
  waiting: procedure.actions.waiting.handler(async ({ context }) => ({
    count: await waitingActions(context.services.db),
  })),
  get: procedure.actions.get.handler(({ context, input }) => getAction(context.services.db, input.id)),
  instead: procedure.actions.instead.handler(({ context, input }) => insteadOf(acting(context), input.id)),
  undo: procedure.actions.undo.handler(({ context, input }) => undoAction(acting(context), input)),
  lookUp: procedure.actions.lookUp.handler(({ context, input }) => lookUpAction(acting(context), input.id)),
  settle: procedure.actions.settle.handler(({ context, input }) => settleByHand(acting(context), input)),
};

function acting({ services, actor, requestId, address }: ApiContext): ActionContext {
  const { db, pool, box } = services;
  return { db, pool, box, actor, requestId, address, projections: projections.records };
}
