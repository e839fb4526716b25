import type { Actor } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import { seesPersonal } from './sees-personal.ts';

/** Lets nobody on who may not see personal values, since what follows is full of them. Throws FORBIDDEN. */
export async function requirePersonal(db: Db, actor: Pick<Actor, 'role'> | null): Promise<void> {
  if (actor && (await seesPersonal(db, actor))) return;
  throw new AppError(
    'FORBIDDEN',
    'Raw data holds names, addresses and phone numbers, which are hidden from viewers here. Ask an operator for it.',
  );
}
