import { Prisma } from '#lib/db/generated/client.ts';
import { rangeHours } from '#lib/events/event-range.schema.ts';
import { anotherOpen } from './case-flags.ts';
import { hasAnotherOpen, openStatuses, type Reader } from './case-row.ts';
import { caseSearch } from './case-search.ts';
import type { CaseFilter } from './cases.contract.ts';

/** A filter as conditions on cases `k` with their connections `c`; at least one. */
export function caseConditions(filter: CaseFilter, reader: Reader): Prisma.Sql[] {
  const where = [Prisma.sql`true`];
  if (filter.status === 'open') where.push(Prisma.sql`k.status = ANY (${[...openStatuses]})`);
  else if (filter.status) where.push(Prisma.sql`k.status = ${filter.status}`);
  if (filter.reason) where.push(Prisma.sql`k.reason = ${filter.reason}`);
  if (filter.category) where.push(Prisma.sql`k.category = ${filter.category}`);
  if (filter.flag) where.push(flagCondition(filter.flag));
  if (filter.connection) where.push(Prisma.sql`k.connection_id = ${filter.connection}::uuid`);
  if (filter.environment) where.push(Prisma.sql`c.environment = ${filter.environment}`);
  if (filter.requestedFrom) where.push(Prisma.sql`k.requested_on >= ${filter.requestedFrom}::date`);
  if (filter.requestedTo) where.push(Prisma.sql`k.requested_on <= ${filter.requestedTo}::date`);
  if (filter.heardWithin) {
    const hours = rangeHours[filter.heardWithin];
    where.push(Prisma.sql`k.last_heard_at >= now() - make_interval(hours => ${hours}::int)`);
  }
  if (filter.heardFrom) where.push(Prisma.sql`k.last_heard_at >= ${filter.heardFrom}::timestamptz`);
  if (filter.heardTo) where.push(Prisma.sql`k.last_heard_at < ${filter.heardTo}::timestamptz`);
  if (filter.q) where.push(caseSearch(filter.q, reader));
  return where;
}

function flagCondition(flag: string): Prisma.Sql {
  if (flag === anotherOpen.id) return isBesideAnOpenOne;
  if (flag === 'any') return Prisma.sql`(cardinality(k.flags) > 0 OR ${hasAnotherOpen})`;
  return Prisma.sql`${flag} = ANY (k.flags)`;
}

/** Says of all cases at once what `hasAnotherOpen` asks of one. */
const isBesideAnOpenOne = Prisma.sql`k.record_id = ANY (ARRAY(
  SELECT b.record_id FROM cancellation_case o
  JOIN cancellation_case b ON b.connection_id = o.connection_id AND b.system_project_id = o.system_project_id
  WHERE o.status = ANY (${[...openStatuses]}) AND b.record_id <> o.record_id))`;
