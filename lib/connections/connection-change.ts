import { type Actor, type AuditRecord, recordAudit } from '#lib/audit/audit.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';

/** What changing an account needs: where, who, and from where. */
export type ConnectionChange = {
  db: Db;
  box: SecretBox;
  actor: Actor;
  requestId?: string | null;
  address?: string | null;
};

type Note = Pick<AuditRecord, 'action' | 'subjectKind' | 'subjectId' | 'before' | 'after'>;

/**
 * A change of an account or address in one transaction, with what `audit` writes down about it. They run one after the
 * other (and beside no start that seeds accounts), so that names stay unique and no rotation loses another.
 */
export function inTurn<T>(
  { db, actor, requestId, address }: ConnectionChange,
  work: (tx: Tx, audit: (note: Note) => Promise<void>) => Promise<T>,
): Promise<T> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7143704)`;
    return work(tx, (note) => recordAudit(tx, { ...note, actor, requestId, address }));
  });
}
