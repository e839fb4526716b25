import type { Actor } from '#lib/audit/audit.ts';
import { allows } from '#lib/auth/roles.ts';
import { AppError } from '#lib/errors.ts';
import type { Operation } from '#lib/operations/operation.ts';
import { operationNamed } from '#lib/operations/registry.ts';

/** The write operation of this name for somebody who may run it. Throws NOT_FOUND, INVALID or FORBIDDEN. */
export function bulkOperation(name: string, actor: Pick<Actor, 'role'>): Operation {
  const operation = operationNamed(name);
  if (!operation) throw new AppError('NOT_FOUND', `There is no operation called ${name}.`);
  if (operation.kind !== 'write')
    throw new AppError(
      'INVALID',
      `“${operation.label}” changes nothing, so there is nothing to do for many at once.`,
    );
  if (!allows(actor.role, operation.role))
    throw new AppError(
      'FORBIDDEN',
      `“${operation.label}” needs the role ${operation.role}; yours is ${actor.role}.`,
    );
  return operation;
}
