import { uuidv7 } from 'uuidv7';
import type { Role } from '#lib/auth/roles.ts';
import type { Tx } from '#lib/db/database.ts';
import type { Json } from '#lib/json.ts';
import type { AuditAction } from './actions.ts';

/** Who does something: a signed-in person, an API token, or Heliograph itself. */
export type Actor =
  | { kind: 'user'; id: string; name: string; role: Role }
  | { kind: 'token'; id: string; name: string; role: Role }
  | { kind: 'system'; id: null; name: string; role: Role };

/** Heliograph acting by itself; `name` says which part of it (`start`, `seed`, `worker`). */
export function systemActor(name: string): Actor {
  return { kind: 'system', id: null, name, role: 'admin' };
}

export type AuditRecord = {
  actor: Actor;
  action: AuditAction;
  /** What was acted on: a table's word (`flow`) and the id of its row, or a setting's key. */
  subjectKind: string;
  subjectId?: string | null;
  /** What changed, as it was and as it is. Never a secret: a changed one is named, its value left out. */
  before?: Json;
  after?: Json;
  requestId?: string | null;
  address?: string | null;
};

/**
 * Writes one entry of the append-only audit log. `tx` is the transaction of the change itself, so that neither
 * is ever there without the other. The time is the database's.
 */
export async function recordAudit(tx: Tx, record: AuditRecord): Promise<void> {
  const { actor, action, subjectKind, subjectId, before, after, requestId, address } = record;
  await tx.auditEntry.create({
    data: {
      id: uuidv7(),
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action,
      subjectKind,
      subjectId,
      before: before ?? undefined,
      after: after ?? undefined,
      requestId,
      address,
    },
  });
}
