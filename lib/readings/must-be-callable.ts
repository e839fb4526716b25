import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';

/** Throws NOT_FOUND, or INVALID with words where it is no Enerflo account, is switched off or has no API key. */
export async function mustBeCallable(db: Db, connectionId: string): Promise<void> {
  const connection = await db.connection.findUnique({
    where: { id: connectionId },
    include: { secrets: { where: { kind: 'enerflo.api-key' }, select: { kind: true } } },
  });
  if (!connection) throw new AppError('NOT_FOUND', 'There is no such account.');
  const { name, source, disabledAt, secrets } = connection;
  if (source !== 'enerflo') throw new AppError('INVALID', `${name} is no Enerflo account.`);
  if (disabledAt) throw new AppError('INVALID', `The account ${name} is switched off.`);
  if (secrets.length === 0) {
    throw new AppError(
      'INVALID',
      'This account has no Enerflo API key. An admin sets it on the page of the account.',
    );
  }
}
