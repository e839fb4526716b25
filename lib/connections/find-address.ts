import { type Source, sources } from '#lib/catalog/event-type.ts';
import type { Tx } from '#lib/db/database.ts';
import type { Endpoint } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';

/** An incoming address that is in use, with the source of its account. Throws NOT_FOUND. */
export async function findAddress(tx: Tx, id: string): Promise<Endpoint & { source: Source }> {
  const row = await tx.endpoint.findUnique({
    where: { id, disabledAt: null },
    include: { connection: { select: { source: true } } },
  });
  const source = sources.find((each) => each === row?.connection.source);
  if (!row || !source) throw new AppError('NOT_FOUND', 'There is no incoming address with this id.');
  return { ...row, source };
}
