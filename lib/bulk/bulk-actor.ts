import type { Actor } from '#lib/audit/audit.ts';
import type { Bulk } from '#lib/db/generated/client.ts';
import type { Operation } from '#lib/operations/operation.ts';

/** Who started a bulk, as who does each of its rows. That he may was found when he started it. */
export function bulkActor(
  { actorKind, actorId, actorName: name }: Pick<Bulk, 'actorKind' | 'actorId' | 'actorName'>,
  { role }: Pick<Operation, 'role'>,
): Actor {
  if (actorId !== null && (actorKind === 'user' || actorKind === 'token'))
    return { kind: actorKind, id: actorId, name, role };
  return { kind: 'system', id: null, name, role };
}
