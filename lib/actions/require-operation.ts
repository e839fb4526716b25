import type { Actor } from '#lib/audit/audit.ts';
import { allows } from '#lib/auth/roles.ts';
import { AppError } from '#lib/errors.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';

/**
 * The operation of this name, for somebody who may run it: an operation can ask for a higher role than the endpoint.
 * Throws AppError NOT_FOUND, FORBIDDEN, or INVALID where it reads and a write is wanted, or the other way round.
 */
export function requireOperation(name: string, kind: Operation['kind'], actor: Actor): Operation {
  const operation = operationNamed(name);
  if (!operation) throw new AppError('NOT_FOUND', `There is no operation called ${name}.`);
  assertMay(actor, operation);
  if (operation.kind !== kind) {
    const words =
      kind === 'write'
        ? 'This operation changes nothing: read it (POST /api/operations/read).'
        : 'This operation changes something: preview it and run it (POST /api/actions).';
    throw new AppError('INVALID', words, { fields: [{ field: 'operation', message: words }] });
  }
  return operation;
}

/** Throws AppError FORBIDDEN where somebody's role is below that of the operation. */
export function assertMay(actor: Actor, { role, label }: Operation): void {
  if (!allows(actor.role, role))
    throw new AppError('FORBIDDEN', `“${label}” needs the role ${role}; yours is ${actor.role}.`);
}
