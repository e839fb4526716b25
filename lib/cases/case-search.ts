import { Prisma } from '#lib/db/generated/client.ts';
import { searchTerms } from '#lib/events/search-terms.schema.ts';
import { wordReadings } from '#lib/records/word-readings.ts';
import type { Reader } from './case-row.ts';

/** Ids that records of one homeowner's job share; an account's or a salesperson's is shared by all jobs. */
const jobIds = [
  'id:external',
  'id:sunnova.lead',
  'id:sunnova.lead-quote',
  'id:sunnova.sunnova-id',
  'id:sunnova.system-project',
];
/** From so many records at most the way is followed to their jobs; a search that finds more is too wide to need it. */
const MOST_FOLLOWED = 200;

/**
 * The cases `k` that a text finds: by what their own record was ever told to be, and by what other records of the same
 * job were (a phone number stands with the lead, the contract links the lead to the project). Who may not see what is
 * personal finds by ids only. The ids are gathered first (an array, not IN): the planner cannot guess how many a text
 * finds, and looking for each case whether it is among them takes seconds where there are thousands. Words sort byte by
 * byte; the index on cases does not.
 */
export function caseSearch(q: string, reader: Reader): Prisma.Sql {
  const { text } = searchTerms(q);
  if (text === null) return Prisma.sql`false`;
  const readings = wordReadings(text, reader.personal);
  const own = text.eventId === null ? null : Prisma.sql`k.record_id = ${text.eventId}::uuid`;
  if (readings.length === 0) return own ?? Prisma.sql`false`;
  return Prisma.sql`(${own ? Prisma.sql`${own} OR` : Prisma.empty} k.record_id = ANY (ARRAY(
    WITH found AS MATERIALIZED (
      ${Prisma.join(
        readings.map((reading) => Prisma.sql`SELECT w.record_id FROM record_word w WHERE ${reading}`),
        ' UNION ',
      )}
    ), ids AS (
      SELECT DISTINCT w.connection_id, w.kind, w.value
      FROM (SELECT record_id FROM found LIMIT ${MOST_FOLLOWED}) f JOIN record_word w USING (record_id)
      WHERE w.kind = ANY (${jobIds})
    ), linked AS (
      SELECT DISTINCT w.record_id FROM ids i JOIN record_word w USING (connection_id, kind, value)
      WHERE w.kind LIKE 'id:%'
    )
    SELECT record_id FROM found
    UNION ALL
    SELECT p.record_id FROM linked l
    JOIN record_word w ON w.record_id = l.record_id AND w.kind = 'id:sunnova.system-project'
    JOIN cancellation_case p ON p.connection_id = w.connection_id AND p.system_project_id = w.value COLLATE "default")))`;
}
