import type { Db } from '#lib/db/database.ts';
import type { Prisma } from '#lib/db/generated/client.ts';
import { idAt } from '#lib/db/id-at.ts';
import { AppError } from '#lib/errors.ts';
import type { ActionFilter, ActionItem } from './action.schema.ts';
import { actionItems } from './action-row.ts';

type Page = { items: ActionItem[]; nextCursor: string | null };

/**
 * A page of what people did in Enerflo, newest first by id (UUIDv7, so by time). `cursor` is the last id of the page
 * before; `from` and `to` are points in time or days, the latter excluded. Throws AppError INVALID for a time that is none.
 */
export async function listActions(
  db: Db,
  { cursor, limit, ...filter }: ActionFilter & { cursor?: string; limit: number },
): Promise<Page> {
  const { from, to, record, ...columns } = filter;
  const where: Prisma.ActionWhereInput = {
    ...columns,
    recordKeys: record === undefined ? undefined : { has: record },
    AND: [
      { id: { lt: cursor } },
      { id: { gte: from === undefined ? undefined : idAt(timeOf('from', from)) } },
      { id: { lt: to === undefined ? undefined : idAt(timeOf('to', to)) } },
    ],
  };
  const rows = await db.action.findMany({ where, orderBy: { id: 'desc' }, take: limit + 1 });
  const items = await actionItems(db, rows.slice(0, limit));
  return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

function timeOf(field: string, text: string): number {
  const time = Date.parse(text);
  if (Number.isNaN(time)) {
    const message = 'must be a time such as 2026-03-01T00:00:00Z';
    throw new AppError('INVALID', `“${field}” ${message}.`, { fields: [{ field, message }] });
  }
  return time;
}
