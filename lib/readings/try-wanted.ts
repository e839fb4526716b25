import type { Fetched } from '#lib/catalog/fetched.ts';
import { recordKinds } from '#lib/catalog/registry.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { EnerfloAccess, Share } from '#lib/enerflo/enerflo-call.ts';
import { EnerfloError } from '#lib/enerflo/enerflo-error.ts';
import { openEnerfloAccount } from '#lib/enerflo/open-enerflo-account.ts';
import { AppError } from '#lib/errors.ts';
import type { RecordProjection } from '#lib/records/store-observations.ts';
import { fetchInstall } from './fetch-install.ts';
import { fieldDifferences } from './field-differences.ts';
import { databaseNow, tellFetched } from './tell-fetched.ts';
import { WAIT_DAYS } from './wanted-row.ts';

export type TryContext = {
  access: EnerfloAccess;
  projections: readonly RecordProjection[];
  signal?: AbortSignal;
};

type Wish = {
  id: string;
  connectionId: string;
  dealId: string | null;
  installId: string | null;
  tries: number;
  old: boolean;
};

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** Seconds until the next try of what is not there yet, by tries so far; the last one goes on. */
const waits = [5 * MINUTE, 15 * MINUTE, HOUR, 3 * HOUR, 6 * HOUR];

const NOT_YET =
  'Enerflo has no install for this deal yet. It makes one once the agreement is signed or approved, as the installer has set.';
const NOT_THERE =
  'Enerflo has no install under this id. It may have been deleted, or the API key may not see it.';

/**
 * Asks Enerflo once for a wanted install: it lands in the records with what differed, waits for another time, or ends
 * in words. A try that is killed is tried again a minute later: it only reads. Does nothing where nobody waits.
 */
export async function tryWanted(context: TryContext, id: string, share: Share): Promise<void> {
  const { access, signal } = context;
  const wish = await beginTry(access, id);
  if (!wish) return;
  try {
    const account = await openEnerfloAccount(access, wish.connectionId);
    const at = await databaseNow(access.db);
    const { dealId, installId } = wish;
    const which = dealId === null ? { installId: installId ?? '' } : { dealId };
    const fetched = await fetchInstall(account, which, { share, signal });
    if (fetched) return await got(context, wish, at, fetched);
    if (dealId === null) return await ended(access, wish, 'failed', NOT_THERE);
    await notYet(access, wish, NOT_YET, 0);
  } catch (error) {
    if (signal?.aborted) return;
    if (error instanceof EnerfloError) {
      const { text, said, whatToDo, again, retryAfter } = error.failure;
      const words = [text, said, again ? null : whatToDo].filter(Boolean).join(' ');
      return again ? notYet(access, wish, words, retryAfter ?? 0) : ended(access, wish, 'failed', words);
    }
    if (error instanceof AppError) return ended(access, wish, 'failed', error.message);
    throw error;
  }
}

async function beginTry({ db }: EnerfloAccess, id: string): Promise<Wish | null> {
  const [wish] = await db.$queryRaw<Wish[]>(Prisma.sql`
    UPDATE wanted_install SET tries = least(tries + 1, 30000), due_at = clock_timestamp() + interval '1 minute'
    WHERE id = ${id}::uuid AND state = 'waiting'
    RETURNING id, connection_id AS "connectionId", deal_id AS "dealId", install_id AS "installId", tries,
              created_at < clock_timestamp() - make_interval(days => ${WAIT_DAYS}::int) AS old`);
  return wish ?? null;
}

async function got(
  { access, projections }: TryContext,
  wish: Wish,
  at: Date,
  fetched: readonly Fetched[],
): Promise<void> {
  await access.db.$transaction(async (tx) => {
    const open = await tx.$queryRaw<unknown[]>(
      Prisma.sql`SELECT id FROM wanted_install WHERE id = ${wish.id}::uuid AND state = 'waiting' FOR UPDATE`,
    );
    if (open.length === 0) return;
    const from = {
      connectionId: wish.connectionId,
      origin: 'fetch',
      readingId: null,
      at,
      projections,
    } as const;
    const learnt = await tellFetched(tx, from, fetched);
    const differences = learnt.flatMap((one) => {
      const record = recordKinds.find(({ kind }) => kind === one.effect.kind)?.label ?? one.effect.kind;
      return fieldDifferences(one).map((difference) => ({ record, ...difference }));
    });
    await tx.wantedInstall.update({
      where: { id: wish.id },
      data: {
        state: 'got',
        recordId: learnt[0]?.effect.recordId ?? null,
        differences,
        reason: null,
        dueAt: null,
        settledAt: at,
      },
    });
  });
}

async function notYet(access: EnerfloAccess, wish: Wish, reason: string, retryAfter: number): Promise<void> {
  if (wish.old) {
    const words = `It was waited for ${WAIT_DAYS} days, and nobody looks for it any more. ${reason}`;
    return ended(access, wish, 'given-up', words);
  }
  const wait = Math.max(waits[Math.min(wish.tries, waits.length) - 1] ?? HOUR, retryAfter);
  await access.db.$executeRaw(Prisma.sql`
    UPDATE wanted_install SET reason = ${reason}, due_at = clock_timestamp() + make_interval(secs => ${wait}::float8)
    WHERE id = ${wish.id}::uuid AND state = 'waiting'`);
}

async function ended(
  { db }: EnerfloAccess,
  wish: Wish,
  state: 'failed' | 'given-up',
  reason: string,
): Promise<void> {
  await db.$executeRaw(Prisma.sql`
    UPDATE wanted_install SET state = ${state}, reason = ${reason}, due_at = NULL, settled_at = clock_timestamp()
    WHERE id = ${wish.id}::uuid AND state = 'waiting'`);
}
