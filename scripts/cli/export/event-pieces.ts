import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import type { Db } from '#lib/db/database.ts';
import { exportLines } from '#lib/events/export-lines.ts';
import { filterGiven } from '#lib/events/filter-given.ts';
import { parseExport } from '#lib/events/parse-export.ts';

/**
 * What writes the events that fit `params` (as the address of the log has them), as pieces of the file. Throws INVALID
 * before a database is asked.
 */
export function eventPieces(params: URLSearchParams): (db: Db) => Promise<AsyncIterable<string>> {
  const { format, payload, zone = 'UTC', filter } = parseExport(params, Date.now());
  return async (db) => {
    await db.$transaction((tx) =>
      recordAudit(tx, {
        actor: systemActor('cli'),
        action: 'event.export',
        subjectKind: 'event',
        after: { format, filter: filterGiven(filter), personal: true },
      }),
    );
    const choice = { filter, format, payload: payload === 'yes', timeZone: zone };
    return exportLines(db, choice, { personal: true }, Number.POSITIVE_INFINITY);
  };
}
