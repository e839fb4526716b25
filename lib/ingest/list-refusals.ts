import type { z } from 'zod';
import { sources } from '#lib/catalog/event-type.ts';
import type { Db } from '#lib/db/database.ts';
import type { Refusal } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import { isJsonObject } from '#lib/json.ts';
import { refusalReasonWords } from './refusal-reasons.ts';
import {
  type RefusalDetail,
  type RefusalItem,
  refusalStates,
  type refusalsContract,
} from './refusals.contract.ts';

type Query = z.infer<NonNullable<(typeof refusalsContract)['list']['~orpc']['inputSchema']>>;
type Account = { name: string; environment: string };

const previewLength = 64 * 1024;

/** A page of refusals, newest first. */
export async function listRefusals(
  db: Db,
  query: Query,
): Promise<{ items: RefusalItem[]; nextCursor: string | null }> {
  const { environment, from, to } = query;
  const inEnvironment =
    environment && (await db.connection.findMany({ where: { environment }, select: { id: true } }));
  const rows = await db.refusal.findMany({
    where: {
      source: query.source,
      ...(inEnvironment && { connectionId: { in: inEnvironment.map(({ id }) => id) } }),
      receivedAt: { gte: from, lt: to },
      reason: query.reason,
      state: query.state,
      ...(query.cursor ? { id: { lt: query.cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: query.limit + 1,
    omit: { bytes: true },
  });
  const accounts = await accountsOf(
    db,
    rows.map((row) => row.connectionId),
  );
  const items = rows.slice(0, query.limit).map((row) => item(row, accounts));
  return { items, nextCursor: rows.length > query.limit ? (items.at(-1)?.id ?? null) : null };
}

/** One refusal with the beginning of its body. Throws NOT_FOUND. */
export async function getRefusal(db: Db, id: string): Promise<RefusalDetail> {
  const row = await db.refusal.findUnique({ where: { id } });
  if (!row) throw new AppError('NOT_FOUND', 'There is no refused request with this id.');
  const accounts = await accountsOf(db, [row.connectionId]);
  const headers = isJsonObject(row.headers)
    ? Object.entries(row.headers).map(([name, value]) => [name, String(value)])
    : [];
  return {
    ...item(row, accounts),
    authenticated: row.authenticated,
    eventName: row.eventName,
    query: row.query,
    contentType: row.contentType,
    contentEncoding: row.contentEncoding,
    headers: Object.fromEntries(headers),
    preview: new TextDecoder().decode(row.bytes.subarray(0, previewLength)),
    connectionId: row.connectionId,
    settledAt: row.settledAt?.toISOString() ?? null,
    settledBy: row.settledBy,
    eventId: row.eventId,
    cure: refusalReasonWords(row.reason).cure,
    personalHidden: false,
  };
}

/** The bytes of a refused request as they were kept. Throws NOT_FOUND. */
export async function refusalBytes(db: Db, id: string): Promise<Uint8Array<ArrayBuffer>> {
  const row = await db.refusal.findUnique({ where: { id }, select: { bytes: true } });
  if (!row) throw new AppError('NOT_FOUND', 'There is no refused request with this id.');
  return row.bytes;
}

async function accountsOf(db: Db, ids: (string | null)[]): Promise<Map<string, Account>> {
  const known = [...new Set(ids.filter((id) => id !== null))];
  const rows = await db.connection.findMany({ where: { id: { in: known } } });
  return new Map(rows.map((row) => [row.id, row]));
}

function item(row: Omit<Refusal, 'bytes'>, accounts: Map<string, Account>): RefusalItem {
  const account = row.connectionId ? accounts.get(row.connectionId) : undefined;
  return {
    id: row.id,
    source: sources.find((source) => source === row.source) ?? 'crm',
    connection: account?.name ?? null,
    environment: account ? (account.environment === 'sandbox' ? 'sandbox' : 'production') : null,
    receivedAt: row.receivedAt.toISOString(),
    reason: row.reason,
    detail: row.detail,
    status: row.status,
    state: refusalStates.find((state) => state === row.state) ?? 'open',
    remoteAddress: row.remoteAddress,
    byteSize: row.byteSize,
    truncated: row.truncated,
  };
}
