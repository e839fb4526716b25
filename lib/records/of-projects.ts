import { idWord } from '#lib/catalog/search/id-word.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { KnownRecord } from './known-record.ts';

/**
 * What says whose a project of Sunnova is, of the projects that records name: its contract leads to a lead, a
 * cancellation of it names the homeowner. By the id of the record that names the project.
 */
export async function ofProjects(
  db: Db,
  records: readonly KnownRecord[],
): Promise<Map<string, KnownRecord[]>> {
  const asked = records.flatMap(({ id, connectionId, fields: { systemProjectId } }) =>
    typeof systemProjectId === 'string' ? [{ by: id, connectionId, project: idWord(systemProjectId) }] : [],
  );
  if (asked.length === 0) return new Map();
  const projects = [...new Map(asked.map((one) => [nameOf(one), one])).values()];
  const found = await db.$queryRaw<(KnownRecord & { project: string })[]>(Prisma.sql`
    SELECT p.project, r.id, r.connection_id AS "connectionId", r.kind, r.external_id AS "externalId", r.fields
    FROM unnest(
      ${projects.map(({ connectionId }) => connectionId)}::uuid[],
      ${projects.map(({ project }) => project)}::text[]
    ) AS p (connection_id, project)
    JOIN record_word w ON w.value = p.project AND w.kind = 'id:sunnova.system-project' AND w.kind LIKE 'id:%'
      AND w.connection_id = p.connection_id
    JOIN record r ON r.id = w.record_id AND r.kind IN ('sunnova.contract', 'sunnova.cancellation')
    ORDER BY r.last_seen_at DESC`);
  const byProject = Map.groupBy(found, nameOf);
  return new Map(asked.map((one) => [one.by, byProject.get(nameOf(one)) ?? []]));
}

function nameOf({ connectionId, project }: { connectionId: string; project: string }): string {
  return `${connectionId} ${project}`;
}
