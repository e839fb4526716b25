import type { Db, Tx } from '#lib/db/database.ts';
import type { AuditEntry, Prisma } from '#lib/db/generated/client.ts';
import { idAt } from '#lib/db/id-at.ts';
import { AppError } from '#lib/errors.ts';
import { actionsMeant, actionWords } from './action-groups.ts';
import { actorKinds } from './actor-kinds.ts';
import type { AuditEntryItem, AuditFilter } from './audit.contract.ts';
import { idsNamed, isUuid, namesOf } from './named-things.ts';

/** Ids are made by the clock of the process, times by the database's: so far apart they may be. */
const clocksApart = 5 * 60_000;

/** A page of the audit log, newest first. */
export async function listAudit(
  db: Db | Tx,
  query: AuditFilter & { cursor?: string; limit: number },
): Promise<{ items: AuditEntryItem[]; nextCursor: string | null }> {
  const rows = await db.auditEntry.findMany({
    where: { AND: [await fitting(db, query), query.cursor ? { id: { lt: query.cursor } } : {}] },
    orderBy: { id: 'desc' },
    take: query.limit + 1,
  });
  const items = await withNames(db, rows.slice(0, query.limit));
  return { items, nextCursor: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** One entry. Throws NOT_FOUND. */
export async function getAuditEntry(db: Db, id: string): Promise<AuditEntryItem> {
  const row = await db.auditEntry.findUnique({ where: { id } });
  const [item] = row ? await withNames(db, [row]) : [];
  if (!item) throw new AppError('NOT_FOUND', 'There is no entry with this id in the audit log.');
  return item;
}

async function fitting(db: Db | Tx, filter: AuditFilter): Promise<Prisma.AuditEntryWhereInput> {
  const { actorKind, actorId, action, subjectKind, subjectId, requestId, from, to, q } = filter;
  return {
    actorKind,
    actorId,
    action: action === undefined ? undefined : { in: actionsMeant(action) },
    subjectKind,
    subjectId,
    requestId,
    ...within(from, to),
    OR: q ? await toldBy(db, q) : undefined,
  };
}

/** The time itself decides; the ids only bound the part of the log that is read for it. */
function within(from: string | undefined, to: string | undefined): Prisma.AuditEntryWhereInput {
  const [start, end] = [from, to].map((text) => (text === undefined ? undefined : Date.parse(text)));
  return {
    at: {
      gte: start === undefined ? undefined : new Date(start),
      lt: end === undefined ? undefined : new Date(end),
    },
    id: {
      gte: start === undefined ? undefined : idAt(start - clocksApart),
      lt: end === undefined ? undefined : idAt(end + clocksApart),
    },
  };
}

/** Entries that a name or an id may mean: each of these has an index, which searching the entries' texts had not. */
async function toldBy(db: Db | Tx, text: string): Promise<Prisma.AuditEntryWhereInput[]> {
  const ids = await idsNamed(db, text);
  const id = isUuid(text) ? text.toLowerCase() : null;
  return [
    { actorId: { in: id ? [...ids, id] : ids } },
    { subjectId: { in: [...ids, id ?? text] } },
    { requestId: text },
    ...(id ? [{ id }] : []),
  ];
}

async function withNames(db: Db | Tx, rows: AuditEntry[]): Promise<AuditEntryItem[]> {
  const names = await namesOf(
    db,
    rows.map((row) => row.subjectId),
  );
  return rows.map(({ id, at, action, before, after, requestId, address, ...row }) => ({
    id,
    at: at.toISOString(),
    actor: {
      kind: actorKinds.find((kind) => kind === row.actorKind) ?? 'system',
      id: row.actorId,
      name: row.actorName,
    },
    action,
    words: actionWords(action),
    subject: {
      kind: row.subjectKind,
      id: row.subjectId,
      name: row.subjectId === null ? null : (names.get(row.subjectId) ?? null),
    },
    before,
    after,
    requestId,
    address,
  }));
}
