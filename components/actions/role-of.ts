import type { Role } from '#lib/auth/roles.ts';
import { operationNamed } from '#lib/operations/registry.ts';

/** Who may look up or settle an action: whoever may do the thing itself; where this version does not know it, operators. */
export function roleOf({ operation }: { operation: string }): Role {
  return operationNamed(operation)?.role ?? 'operator';
}
