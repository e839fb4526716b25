import type { CaseItem } from '#lib/cases/cases.contract.ts';
import { openDatabase } from '#lib/db/database.ts';
import { isJsonObject, type Json } from '#lib/json.ts';
import type { Checked, Compared } from './check.ts';

type Expected = { kind: string; id: string; fields: Record<string, Json> };

/**
 * Whether what the console knows of customers, installs, milestones, appointments, leads and cases is what the stand-ins
 * have by now. Of what existed before the day it knows only what was told since, so only what it knows is compared.
 * Records have no list in the API; they are read from the database.
 */
export async function compareRecords({ api, databaseUrl, standIns }: Checked): Promise<Compared> {
  const database = openDatabase(databaseUrl, { connections: 1, name: 'demo check' });
  const records = await database.db.record
    .findMany({ select: { kind: true, externalId: true, fields: true } })
    .finally(database.close);
  const known = new Map(records.map(({ kind, externalId, fields }) => [`${kind} ${externalId}`, fields]));
  const wrong: string[] = [];
  const compared = new Map<string, number>();
  let fieldCount = 0;
  for (const { kind, id, fields } of expected(standIns)) {
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
  const cases = await api.all<CaseItem>('/api/cases');
  for (const { systemProjectId, openedAt, status } of cases) {
    const one = standIns.sunnova.state.cases.find(
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

function* expected({ enerflo, sunnova }: Checked['standIns']): Generator<Expected> {
  const { state } = enerflo;
  const iso = (time: Date) => time.toISOString();
  for (const row of state.customers.values()) {
    const { firstName, lastName, email, street, city, zip, status } = row;
    const fields = { firstName, lastName, email, street, city, zip, state: row.state };
    yield { kind: 'enerflo.customer', id: String(row.id), fields: { ...fields, status } };
    yield { kind: 'enerflo.customer', id: row.uuid, fields };
  }
  for (const row of state.installs.values()) {
    const fields = {
      statusId: row.statusId,
      status: state.statuses.get(row.statusId)?.name ?? null,
      customerId: String(row.customerId),
      dealId: String(row.dealId),
      deletedAt: row.deletedAt && iso(row.deletedAt),
    };
    yield { kind: 'enerflo.install', id: String(row.id), fields };
  }
  for (const row of state.milestones.values()) {
    const fields = {
      completedOn: row.completedOn,
      estimatedCompletionDate: row.estimatedCompletionDate,
      startDate: row.startDate,
    };
    yield { kind: 'enerflo.milestone', id: String(row.id), fields };
  }
  for (const row of state.appointments.values()) {
    const times = { startsAt: iso(row.start), endsAt: iso(row.end) };
    // Nobody has shown what delete_appointment holds, so the console reads its id only.
    const fields = row.deletedAt ? times : { ...times, status: row.status };
    yield { kind: 'enerflo.appointment', id: String(row.id), fields };
  }
  for (const row of sunnova.state.leads.values()) {
    const { status, firstName, lastName, email } = row;
    yield { kind: 'sunnova.lead', id: row.id.slice(0, 15), fields: { status, firstName, lastName, email } };
  }
}
