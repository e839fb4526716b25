import { Prisma } from '#lib/db/generated/client.ts';
import { searchTerms, type TextSearch } from '#lib/events/search-terms.schema.ts';
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
 * finds, and looking for each case whether it is among them takes seconds where there are thousands. Words sort byte by byte; the index on cases does not.
 */
export function caseSearch(q: string, reader: Reader): Prisma.Sql {
  const { text } = searchTerms(q);
  if (text === null) return Prisma.sql`false`;
  const readings = [...byId(text), ...(reader.personal ? byPerson(text) : [])];
  const own = text.eventId === null ? Prisma.empty : Prisma.sql`k.record_id = ${text.eventId}::uuid OR`;
  return Prisma.sql`(${own} k.record_id = ANY (ARRAY(
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

function byId({ ids, idStart }: TextSearch): Prisma.Sql[] {
  const whole = Prisma.sql`w.kind LIKE 'id:%' AND w.value = ANY (${ids})`;
  if (idStart === null) return [whole];
  return [whole, Prisma.sql`w.kind LIKE 'id:%' AND w.value LIKE ${`${escaped(idStart)}%`}`];
}

function byPerson({ phones, email, words }: TextSearch): Prisma.Sql[] {
  const readings = phones.map((part) => Prisma.sql`w.kind = 'phone' AND ${has(part)}`);
  if (email !== null) readings.push(Prisma.sql`w.kind = 'email' AND ${has(email)}`);
  if (words.length > 0) {
    readings.push(Prisma.sql`w.kind IN ('name', 'address') AND ${Prisma.join(words.map(has), ' AND ')}`);
  }
  return readings;
}

function has(part: string): Prisma.Sql {
  return Prisma.sql`w.value LIKE ${`%${escaped(part)}%`}`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
