import { type Source, sources } from '#lib/catalog/event-type.ts';
import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';

export type Account = { id: string; name: string; source: Source };

/** The account of this id, or of this end of an id (its last eight characters or more), or of this name. AppError. */
export async function findAccount(db: Db, text: string): Promise<Account> {
  const rows = await db.connection.findMany({ select: { id: true, name: true, source: true } });
  const found = rows.filter(({ id, name }) => name === text || (text.length >= 8 && id.endsWith(text)));
  const [only, ...more] = found;
  if (!only)
    throw new AppError('NOT_FOUND', `There is no account “${text}”; “npm run cli -- connection list” tells.`);
  if (more.length > 0)
    throw new AppError('CONFLICT', `${found.length} accounts are called “${text}”: give the id of one.`);
  const source = sources.find((each) => each === only.source);
  if (!source) throw new AppError('INVALID', `The account “${text}” is of an unknown source.`);
  return { ...only, source };
}
