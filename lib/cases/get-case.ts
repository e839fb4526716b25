import { findReason } from '#lib/catalog/cancellation/find-reason.ts';
import { findStatus } from '#lib/catalog/cancellation/find-status.ts';
import { sunnovaCancellation } from '#lib/catalog/records/sunnova-cancellation.ts';
import { eventTypeNamed } from '#lib/catalog/registry.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { AppError } from '#lib/errors.ts';
import type { JsonObject } from '#lib/json.ts';
import { loadObservations } from '#lib/records/load-observations.ts';
import { caseFlag } from './case-flags.ts';
import { otherChanges, statusSteps } from './case-history.ts';
import { type CaseRow, caseItem, caseSelect, type Reader } from './case-row.ts';
import type { CaseDetail, CaseEvent, CaseItem } from './cases.contract.ts';
import { hideInCase } from './hide-in-case.ts';

const MOST_EVENTS = 100;
const MOST_OTHERS = 50;
/** What is personal is hidden from the whole at the end. */
const everything: Reader = { personal: true };

/** Everything about one case. Throws NOT_FOUND. */
export async function getCase(db: Db, id: string, reader: Reader): Promise<CaseDetail> {
  const [row] = await db.$queryRaw<(CaseRow & { fields: JsonObject })[]>(Prisma.sql`
    SELECT ${caseSelect}, r.fields
    FROM cancellation_case k JOIN connection c ON c.id = k.connection_id JOIN record r ON r.id = k.record_id
    WHERE k.record_id = ${id}::uuid`);
  if (!row) throw new AppError('NOT_FOUND', 'There is no cancellation case with this id.');
  const [observations, events, others] = await Promise.all([
    loadObservations(db, [id]),
    eventsOf(db, id),
    othersOf(db, row),
  ]);
  const told = observations.get(id) ?? [];
  const statuses = statusSteps(told);
  const item = caseItem(row, everything);
  const detail: CaseDetail = {
    ...item,
    statusSince: row.status === null ? null : (statuses.at(-1)?.at ?? null),
    statusDefinition: (row.status && findStatus(row.status)?.definition) ?? null,
    reasonDefinitions: [...((row.reason && findReason(row.reason)?.definitions) || [])],
    flagDetails: item.flags.map(caseFlag),
    fields: fieldsOf(row.fields),
    statuses,
    changes: otherChanges(told),
    ...events,
    others,
  };
  if (reader.personal) return detail;
  return hideInCase(detail, [row.fields, ...told.map(({ fields }) => fields)]);
}

/** What Sunnova told, in the order of the catalog. */
function fieldsOf(fields: JsonObject): CaseDetail['fields'] {
  return sunnovaCancellation.fields.flatMap(({ key, label, type, class: kind }) =>
    Object.hasOwn(fields, key) ? [{ key, label, type, class: kind, value: fields[key] ?? null }] : [],
  );
}

type EventRow = {
  id: string;
  type: string;
  received_at: Date;
  occurred_at: Date | null;
  status: string | null;
  late: boolean;
};

/** The events that told of the case, newest first, and how many there are. */
async function eventsOf(db: Db, id: string): Promise<Pick<CaseDetail, 'events' | 'eventCount'>> {
  const [rows, count] = await Promise.all([
    db.$queryRaw<EventRow[]>(Prisma.sql`
      SELECT e.id, e.type, e.received_at, e.occurred_at, o.fields ->> 'status' AS status,
             cardinality(f.stale) > 0 AS late
      FROM event_effect f
      JOIN event e ON e.id = f.event_id
      LEFT JOIN observation o ON o.record_id = f.record_id AND o.event_id = f.event_id
      WHERE f.record_id = ${id}::uuid
      ORDER BY f.event_id DESC LIMIT ${MOST_EVENTS}`),
    db.eventEffect.count({ where: { recordId: id } }),
  ]);
  return { events: rows.map(caseEvent), eventCount: count };
}

function caseEvent(row: EventRow): CaseEvent {
  return {
    id: row.id,
    label: eventTypeNamed(row.type)?.label ?? row.type,
    receivedAt: row.received_at.toISOString(),
    occurredAt: row.occurred_at?.toISOString() ?? null,
    status: (row.status && findStatus(row.status)?.status) ?? row.status,
    late: row.late,
  };
}

async function othersOf(db: Db, row: CaseRow): Promise<CaseItem[]> {
  if (row.system_project_id === null) return [];
  const rows = await db.$queryRaw<CaseRow[]>(Prisma.sql`
    SELECT ${caseSelect} FROM cancellation_case k JOIN connection c ON c.id = k.connection_id
    WHERE k.connection_id = ${row.connection_id}::uuid AND k.system_project_id = ${row.system_project_id}
      AND k.record_id <> ${row.record_id}::uuid
    ORDER BY k.opened_at DESC NULLS LAST, k.record_id DESC LIMIT ${MOST_OTHERS}`);
  return rows.map((other) => caseItem(other, everything));
}
