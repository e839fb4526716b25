import { sunnovaCancellation } from '#lib/catalog/records/sunnova-cancellation.ts';
import type { Tx } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { JsonObject } from '#lib/json.ts';
import { caseColumns } from './case-columns.ts';

type Row = { id: string; connection_id: string; fields: JsonObject; first_seen_at: Date; last_seen_at: Date };

/**
 * Brings the cases of these records up to date with what the records say; records of other kinds are passed over.
 * For the transaction that changed the records, which holds their locks. An older event never moves a case back,
 * because it does not move the record back.
 */
export async function projectCases(tx: Tx, recordIds: readonly string[]): Promise<void> {
  if (recordIds.length === 0) return;
  const records = await tx.$queryRaw<Row[]>(Prisma.sql`
    SELECT id, connection_id, fields, first_seen_at, last_seen_at FROM record
    WHERE id = ANY (${[...recordIds]}::uuid[]) AND kind = ${sunnovaCancellation.kind}`);
  if (records.length === 0) return;
  const cases = records.map((record) => ({
    ...caseColumns(record.fields),
    recordId: record.id,
    connectionId: record.connection_id,
    firstHeardAt: record.first_seen_at,
    lastHeardAt: record.last_seen_at,
  }));
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO cancellation_case (
      record_id, connection_id, system_project_id, status, status_known, reason, reason_known, category,
      requested_by, requested_on, opened_at, homeowner, address, county, salesperson, flags,
      first_heard_at, last_heard_at)
    SELECT "recordId", "connectionId", "systemProjectId", status, "statusKnown", reason, "reasonKnown", category,
           "requestedBy", "requestedOn", "openedAt", homeowner, address, county, salesperson, flags,
           "firstHeardAt", "lastHeardAt"
    FROM json_to_recordset(${JSON.stringify(cases)}::json)
      AS n("recordId" uuid, "connectionId" uuid, "systemProjectId" text, status text, "statusKnown" boolean,
           reason text, "reasonKnown" boolean, category text, "requestedBy" text, "requestedOn" date,
           "openedAt" timestamptz, homeowner text, address text, county text, salesperson text, flags text[],
           "firstHeardAt" timestamptz, "lastHeardAt" timestamptz)
    ON CONFLICT (record_id) DO UPDATE SET (
      system_project_id, status, status_known, reason, reason_known, category, requested_by, requested_on, opened_at,
      homeowner, address, county, salesperson, flags, first_heard_at, last_heard_at) = (
      excluded.system_project_id, excluded.status, excluded.status_known, excluded.reason, excluded.reason_known,
      excluded.category, excluded.requested_by, excluded.requested_on, excluded.opened_at, excluded.homeowner,
      excluded.address, excluded.county, excluded.salesperson, excluded.flags, excluded.first_heard_at,
      excluded.last_heard_at)`);
}
