import type { Db, Tx } from '#lib/db/database.ts';
import type { JsonObject } from '#lib/json.ts';
import { momentText } from '#lib/operations/moment-text.ts';
import type { Operation, SideEffect } from '#lib/operations/operation.ts';
import { assertAgreed } from './assert-agreed.ts';
import { recordKeys, subjectsOf } from './record-keys.ts';

/** How long ago it counts, in milliseconds: a day. */
const LATELY = 86_400_000;

type Asked = { connectionId: string; operation: Operation; input: JsonObject; timeZone: string | null };

/**
 * To be agreed to where the very same was done here lately and would be made once more (a note written in two tabs).
 * Nothing for what would change nothing, or is looked for in Enerflo by its likes, or was taken back. Times in
 * `timeZone`, UTC where nobody knows it.
 */
export async function doneBefore(
  db: Db | Tx,
  { connectionId, operation, input, timeZone }: Asked,
): Promise<SideEffect[]> {
  if (!operation.made || operation.lookalikes) return [];
  const others = await db.action.findMany({
    where: {
      connectionId,
      operation: operation.name,
      state: 'done',
      recordKeys: { hasEvery: recordKeys(subjectsOf(operation, input)) },
      createdAt: { gte: new Date(Date.now() - LATELY) },
      input: { equals: input },
    },
    orderBy: { id: 'desc' },
    select: { id: true, actorName: true, createdAt: true },
  });
  const undone = await db.action.findMany({
    where: { undoesId: { in: others.map(({ id }) => id) }, state: 'done' },
    select: { undoesId: true },
  });
  const there = others.find(({ id }) => undone.every(({ undoesId }) => undoesId !== id));
  if (!there) return [];
  const when = momentText(there.createdAt.toISOString(), timeZone ?? 'UTC');
  const text = `${there.actorName} did the very same on ${when}: with this one it is there twice.`;
  return [{ code: 'done-before', text, agree: true }];
}

/** Throws AppError INVALID where it was done since the preview, in another tab or by a colleague, and nobody agreed to two. */
export async function assertNotDoneBefore(
  tx: Tx,
  { agreed, ...asked }: Asked & { agreed: readonly string[] },
): Promise<void> {
  assertAgreed(agreed, await doneBefore(tx, asked), []);
}
