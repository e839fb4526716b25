import type { Db } from '#lib/db/database.ts';
import type { ActionAttempt as AttemptRow } from '#lib/db/generated/client.ts';
import { readAccountSettings } from '#lib/enerflo/account-settings.ts';
import { AppError } from '#lib/errors.ts';
import { recordIds } from '#lib/records/record-ids.ts';
import {
  type ActionAttempt,
  type ActionDetail,
  actionAttemptSchema,
  actionDetailSchema,
} from './action.schema.ts';
import { actionFields } from './action-fields.ts';
import { actionItems } from './action-row.ts';
import { canCorrect } from './can-correct.ts';
import { canLookUp } from './can-look-up.ts';
import { insteadDone } from './instead-done.ts';
import { insteadName } from './instead-name.ts';
import { isForPerson } from './is-for-person.ts';
import { keptAction } from './kept-action.ts';
import { subjectOf } from './record-keys.ts';
import { undoOf } from './undo-of.ts';

/** One action with its exchanges in order, and its fields as they were, as asked and as read back. Throws NOT_FOUND. */
export async function getAction(db: Db, id: string): Promise<ActionDetail> {
  const row = await db.action.findUnique({
    where: { id },
    include: { attempts: { orderBy: { number: 'asc' } } },
  });
  if (!row) throw new AppError('NOT_FOUND', 'There is no such action.');
  const [item] = await actionItems(db, [row]);
  const undoneBy = await db.action.findFirst({
    where: { undoesId: id, state: 'done' },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  const kept = keptAction(row);
  const { settings } = await readAccountSettings(db, row.connectionId);
  const { operation, input, before, result } = kept;
  const possible =
    operation && row.state === 'done' && result.sent ? undoOf(operation, input, before, result) : null;
  return actionDetailSchema.parse({
    ...item,
    input,
    fields: operation ? actionFields(operation, kept, settings.timeZone) : [],
    link: result.link,
    recordKeys: row.recordKeys,
    recordIds: Object.fromEntries(await recordIds(db, row.connectionId, row.recordKeys.map(subjectOf))),
    undo: possible && result.undoGone === null ? possible.words : null,
    undoEffects: possible && result.undoGone === null ? possible.effects : [],
    undoGone: result.undoGone,
    undoneById: undoneBy?.id ?? null,
    instead: insteadName(row),
    insteadDoneById: await insteadDone(db, row),
    canCorrect: canCorrect(row),
    canLookUp: row.state === 'unknown' && operation !== undefined && canLookUp(operation, result),
    canSettle: isForPerson(row),
    confirmed: result.answered,
    attempts: row.attempts.map(serializeAttempt),
  });
}

function serializeAttempt({ actionId: _, startedAt, endedAt, ...row }: AttemptRow): ActionAttempt {
  return actionAttemptSchema.parse({
    ...row,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  });
}
