import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { readAccountSettings } from '#lib/enerflo/account-settings.ts';
import { requestUrl } from '#lib/enerflo/request-url.ts';
import { AppError } from '#lib/errors.ts';
import { operationNamed } from '#lib/operations/registry.ts';
import type { BulkRowDetail } from './bulk.schema.ts';
import { findBulk } from './bulk-row.ts';
import { readRows, withoutPersonal } from './list-rows.ts';
import { nameHomeowners } from './name-homeowners.ts';

/** One row with the request as it would be sent. Throws NOT_FOUND. */
export async function getRow(
  db: Db,
  { id, number }: { id: string; number: number },
  { personal }: { personal: boolean },
): Promise<BulkRowDetail> {
  const bulk = await findBulk(db, id);
  const [stored] = await readRows(db, Prisma.sql`r.bulk_id = ${id}::uuid AND r.number = ${number}::int`, 1);
  if (!stored) throw new AppError('NOT_FOUND', `There is no row ${number}.`);
  if (!personal) return { ...withoutPersonal(stored), request: null, onlyChanges: false };
  const operation = operationNamed(bulk.operation);
  const [row = stored] = await nameHomeowners(db, bulk, [stored]);
  if (!operation || !row.input) return { ...row, request: null, onlyChanges: false };
  const { settings, baseUrl } = await readAccountSettings(db, bulk.connectionId);
  const changed = row.notes.flatMap((note) => (note.kind === 'today' ? [note.field] : []));
  const request = operation.request(row.input, { settings }, changed.length > 0 ? new Set(changed) : null);
  return {
    ...row,
    request: { method: request.method, url: requestUrl(baseUrl, request), body: request.body ?? null },
    onlyChanges: operation.current !== undefined && changed.length === 0,
  };
}
