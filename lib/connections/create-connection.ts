import { uuidv7 } from 'uuidv7';
import type { Source } from '#lib/catalog/event-type.ts';
import type { Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import { insertAddress, type Made } from './add-address.ts';
import { type ConnectionChange, inTurn } from './connection-change.ts';
import { getConnection } from './get-connection.ts';

export type NewConnection = {
  source: Source;
  environment: 'production' | 'sandbox';
  name: string;
  /** Sunnova's Basic user name; made here unless given. */
  username?: string;
};

/** Adds an account with its first incoming address. Throws CONFLICT where the name or the user name is taken. */
export function createConnection(change: ConnectionChange, input: NewConnection): Promise<Made> {
  return inTurn(change, async (tx, audit) => {
    const { source, environment, name, username } = input;
    await assertNameFree(tx, input);
    const id = uuidv7();
    await tx.connection.create({ data: { id, source, environment, name } });
    const secret = await insertAddress(tx, change, { connectionId: id, source, username });
    const after = { source, environment, name, username: secret.username };
    await audit({ action: 'connection.create', subjectKind: 'connection', subjectId: id, after });
    return { connection: await getConnection(tx, id), secret };
  });
}

/** Two accounts of one source in one environment could not be told apart by the same name. */
export async function assertNameFree(
  tx: Tx,
  { source, environment, name }: Pick<NewConnection, 'source' | 'environment' | 'name'>,
): Promise<void> {
  const taken = await tx.connection.findUnique({
    where: { source_environment_name: { source, environment, name } },
  });
  if (!taken) return;
  const message = `There is an account named “${name}” already: choose another name.`;
  throw new AppError('CONFLICT', message, { fields: [{ field: 'name', message }] });
}
