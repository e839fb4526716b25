import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import type { WantedOf } from './readings.schema.ts';

/** Which install is wanted, and at which account. */
export type InstallOf = {
  connectionId: string;
  dealId: string | null;
  installId: string | null;
  eventId: string | null;
};

type Named = { connectionId: string; kind: string; id: string; main: boolean };

/** Ids of Enerflo 2.0. Those of 1.0 are numbers, and Enerflo finds no install by a deal's number. */
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The install that is meant; null where the event or the ids name neither an install nor a deal of Enerflo 2.0. */
export async function installOf(db: Db, of: WantedOf): Promise<InstallOf | null> {
  const { eventId = null, connectionId, dealId, installId } = of;
  if (connectionId !== undefined && (installId !== undefined || dealId !== undefined)) {
    const kind = installId !== undefined ? 'enerflo.install' : 'enerflo.deal';
    return resolve(db, [{ connectionId, kind, id: installId ?? dealId ?? '', main: true }], eventId);
  }
  return eventId === null ? null : resolve(db, await namedBy(db, eventId), eventId);
}

/** The install where it is named, else the first deal; of an event the main record first. */
async function resolve(db: Db, named: readonly Named[], eventId: string | null): Promise<InstallOf | null> {
  const deal = named.find(({ kind, id }) => kind === 'enerflo.deal' && uuid.test(id));
  const install = named.find(({ kind }) => kind === 'enerflo.install');
  if (deal && (deal.main || !install)) {
    return { connectionId: deal.connectionId, dealId: deal.id, installId: null, eventId };
  }
  if (install) return { connectionId: install.connectionId, dealId: null, installId: install.id, eventId };
  const numbered = named.find(({ kind }) => kind === 'enerflo.deal');
  if (!numbered) return null;
  const [known] = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT external_id AS id FROM record
    WHERE id IN (SELECT record_id FROM record_word WHERE kind = 'id:enerflo.deal' AND value = ${numbered.id.toLowerCase()}
                   AND connection_id = ${numbered.connectionId}::uuid)
      AND kind = 'enerflo.install' AND ${numbered.id} IN (fields ->> 'dealId', fields ->> 'v2DealId') LIMIT 1`);
  return known ? { connectionId: numbered.connectionId, dealId: null, installId: known.id, eventId } : null;
}

/** What an Enerflo event names, its main record first: by its records once it is applied, until then by that one. */
async function namedBy(db: Db, eventId: string): Promise<Named[]> {
  const rows = await db.$queryRaw<Named[]>(Prisma.sql`
    SELECT e.connection_id AS "connectionId", r.kind, r.external_id AS id, f.main
    FROM event e JOIN event_effect f ON f.event_id = e.id JOIN record r ON r.id = f.record_id
    WHERE e.id = ${eventId}::uuid AND r.kind IN ('enerflo.install', 'enerflo.deal')
    UNION ALL
    SELECT e.connection_id, split_part(e.record_key, ':', 1), substr(e.record_key, strpos(e.record_key, ':') + 1), true
    FROM event e WHERE e.id = ${eventId}::uuid AND e.record_key ~ '^enerflo[.](install|deal):'`);
  return rows.sort((one, other) => Number(other.main) - Number(one.main));
}
