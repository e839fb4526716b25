import type { CaseItem } from '#lib/cases/cases.contract.ts';
import { openDatabase } from '#lib/db/database.ts';
import { isJsonObject } from '#lib/json.ts';
import type { Compared } from './check.ts';
import { expectedRecords, type Vendors } from './expected-records.ts';

/**
 * Whether what the console knows of customers, installs, milestones, appointments, notes, leads and cases is what the
 * stand-ins have by now. Of what existed before the day it knows only what was told since, so only what it knows is
 * compared. Records have no list in the API; they are read from the database.
 */
export async function compareRecords(
  cases: readonly Pick<CaseItem, 'systemProjectId' | 'openedAt' | 'status'>[],
  databaseUrl: string,
  vendors: Vendors,
): Promise<Compared> {
  const database = openDatabase(databaseUrl, { connections: 1, name: 'demo check' });
  const records = await database.db.record
    .findMany({ select: { kind: true, externalId: true, fields: true } })
    .finally(database.close);
  const known = new Map(records.map(({ kind, externalId, fields }) => [`${kind} ${externalId}`, fields]));
  const wrong: string[] = [];
  const compared = new Map<string, number>();
  let fieldCount = 0;
  for (const { kind, id, fields } of expectedRecords(vendors)) {
    const found = known.get(`${kind} ${id}`);
    if (!isJsonObject(found)) continue;
    compared.set(kind, (compared.get(kind) ?? 0) + 1);
    for (const [field, value] of Object.entries(fields)) {
      const told = found[field];
      if (told === undefined) continue;
      fieldCount += 1;
      if (told === value) continue;
      wrong.push(`${kind} ${id}: ${field} is ${JSON.stringify(told)}, should be ${JSON.stringify(value)}`);
    }
  }
  for (const { systemProjectId, openedAt, status } of cases) {
    const one = vendors.sunnova.state.cases.find(
      ({ projectId, createdAt }) =>
        projectId.slice(0, 15) === systemProjectId && new Date(createdAt).toISOString() === openedAt,
    );
    if (one?.status !== status)
      wrong.push(`The case of ${systemProjectId} is ${status}, should be ${one?.status ?? 'nowhere'}`);
  }
  compared.set('cancellation case', cases.length);
  const listed = [...compared].map(([kind, count]) => `${count} × ${kind}`).join(', ');
  return { lines: [`Compared with the stand-ins: ${listed}; ${fieldCount} fields.`], wrong };
}
