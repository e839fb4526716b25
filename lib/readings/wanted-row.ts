import type { Db, Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { type WantedState, wantedStates } from './reading-kinds.ts';
import type { WantedItem } from './readings.contract.ts';

/** For how long a full install is waited for. */
export const WAIT_DAYS = 14;
const DAY = 86_400_000;

type Row = {
  id: string;
  connectionId: string;
  dealId: string | null;
  installId: string | null;
  state: string;
  tries: number;
  dueAt: Date | null;
  reason: string | null;
  differences: WantedItem['differences'];
  actorName: string;
  createdAt: Date;
  settledAt: Date | null;
  record: string | null;
  recordId: string | null;
  baseUrl: string | null;
};

/** Wanted installs that fit the condition on `w`, the newest first. `enerfloUrl`: where Enerflo is unless an account says. */
export async function wantedWhere(
  db: Db | Tx,
  condition: Prisma.Sql,
  { limit, enerfloUrl }: { limit: number; enerfloUrl: string },
): Promise<WantedItem[]> {
  const rows = await db.$queryRaw<Row[]>(Prisma.sql`
    SELECT w.id, w.connection_id AS "connectionId", w.deal_id AS "dealId", w.install_id AS "installId", w.state,
           w.tries, w.due_at AS "dueAt", w.reason, w.differences, w.actor_name AS "actorName",
           w.created_at AS "createdAt", w.settled_at AS "settledAt", r.external_id AS record, r.id AS "recordId",
           a.settings ->> 'baseUrl' AS "baseUrl"
    FROM wanted_install w LEFT JOIN record r ON r.id = w.record_id
    LEFT JOIN enerflo_account a ON a.connection_id = w.connection_id
    WHERE ${condition} ORDER BY w.id DESC LIMIT ${limit}`);
  return rows.map(({ record, baseUrl, actorName, ...row }) => {
    const base = (baseUrl ?? enerfloUrl).replace(/\/$/, '');
    return {
      ...row,
      state: wantedStates.find((one): one is WantedState => one === row.state) ?? 'failed',
      dueAt: row.state === 'waiting' ? (row.dueAt?.toISOString() ?? null) : null,
      until: new Date(row.createdAt.getTime() + WAIT_DAYS * DAY).toISOString(),
      link: record === null ? null : `${base}/installs/${encodeURIComponent(record)}`,
      by: actorName,
      createdAt: row.createdAt.toISOString(),
      settledAt: row.settledAt?.toISOString() ?? null,
    };
  });
}

/** One wanted install. Throws NOT_FOUND. */
export async function getWanted(db: Db | Tx, id: string, enerfloUrl: string): Promise<WantedItem> {
  const [item] = await wantedWhere(db, Prisma.sql`w.id = ${id}::uuid`, { limit: 1, enerfloUrl });
  if (!item) throw new AppError('NOT_FOUND', 'There is no wanted install with this id.');
  return item;
}
