import type { Actor } from '#lib/audit/audit.ts';
import { isRole } from './roles.ts';

export type UserActor = Extract<Actor, { kind: 'user' }>;

/** A row of table user as the one who acts. Throws if its role is none of ours. */
export function actorOfUser({ id, name, role }: { id: string; name: string; role: string }): UserActor {
  if (!isRole(role)) throw new Error(`unknown role ${role}`);
  return { kind: 'user', id, name, role };
}
