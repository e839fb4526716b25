import { cancellationStatuses } from '#lib/catalog/cancellation/statuses.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { anotherOpen } from './case-flags.ts';
import type { CaseItem } from './cases.contract.ts';
import { hideInItem } from './hide-in-case.ts';

/** Who asks: whether they may see what is personal. Where not, nothing is found by it either, since a hit would tell. */
export type Reader = { personal: boolean };

/** A case as it is read: `caseSelect` from `caseFrom`. */
export type CaseRow = {
  record_id: string;
  connection_id: string;
  connection: string;
  environment: 'production' | 'sandbox';
  system_project_id: string | null;
  status: string | null;
  status_known: boolean;
  reason: string | null;
  reason_known: boolean;
  category: string | null;
  requested_by: string | null;
  requested_on: string | null;
  opened_at: Date | null;
  homeowner: string | null;
  address: string | null;
  county: string | null;
  salesperson: string | null;
  flags: string[];
  another_open: boolean;
  first_heard_at: Date;
  last_heard_at: Date;
};

/** The statuses of a case that is not settled. */
export const openStatuses: readonly string[] = cancellationStatuses
  .filter(({ meaning }) => meaning === 'open' || meaning === 'action needed')
  .map(({ status }) => status);

/** Whether another case of the same system project is open; asked of a case `k`. */
export const hasAnotherOpen = Prisma.sql`EXISTS (
  SELECT FROM cancellation_case o
  WHERE o.connection_id = k.connection_id AND o.system_project_id = k.system_project_id
    AND o.record_id <> k.record_id AND o.status = ANY (${[...openStatuses]}))`;

/** Behind `SELECT`, from cases `k` with their connections `c`. */
export const caseSelect = Prisma.sql`
  k.record_id, k.connection_id, c.name AS connection, c.environment, k.system_project_id, k.status, k.status_known,
  k.reason, k.reason_known, k.category, k.requested_by, k.requested_on::text AS requested_on, k.opened_at, k.homeowner,
  k.address, k.county, k.salesperson, k.flags, ${hasAnotherOpen} AS another_open, k.first_heard_at, k.last_heard_at`;

/** A row as the API gives it: without what is personal the reader may not see that. */
export function caseItem(row: CaseRow, reader: Reader): CaseItem {
  const item: CaseItem = {
    id: row.record_id,
    connection: row.connection,
    connectionId: row.connection_id,
    environment: row.environment,
    systemProjectId: row.system_project_id,
    status: row.status,
    statusKnown: row.status_known,
    reason: row.reason,
    reasonKnown: row.reason_known,
    category: row.category,
    requestedBy: row.requested_by,
    requestedOn: row.requested_on,
    openedAt: row.opened_at?.toISOString() ?? null,
    homeowner: row.homeowner,
    address: row.address,
    county: row.county,
    salesperson: row.salesperson,
    hidden: false,
    flags: row.another_open ? [...row.flags, anotherOpen.id] : row.flags,
    firstHeardAt: row.first_heard_at.toISOString(),
    lastHeardAt: row.last_heard_at.toISOString(),
  };
  return reader.personal ? item : hideInItem(item);
}
