import { z } from 'zod';
import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { auditExportSchema } from '#lib/audit/audit-export.schema.ts';
import { exportAudit } from '#lib/audit/export-audit.ts';
import { parseInput } from '#lib/auth/parse-input.ts';
import type { Db } from '#lib/db/database.ts';
import { type Range, rangeHours, ranges } from '#lib/events/event-range.schema.ts';

/** The page also has a range that moves, which begins where it is when it is read. */
const copiedSchema = auditExportSchema
  .extend({ range: z.enum(ranges).optional() })
  .refine(({ range, from, to }) => !range || (!from && !to), 'Give either a range, or from and to');

/**
 * What writes the entries of the audit log that fit `params`, as pieces of the file. Throws INVALID before a database is
 * asked.
 */
export function auditPieces(params: URLSearchParams): (db: Db) => Promise<AsyncIterable<string>> {
  const { format, range, ...given } = parseInput(copiedSchema, Object.fromEntries(params));
  const filter = range ? { ...given, from: startOf(range) } : given;
  return async (db) => {
    await db.$transaction((tx) =>
      recordAudit(tx, {
        actor: systemActor('cli'),
        action: 'audit.export',
        subjectKind: 'audit',
        after: { format, ...filter },
      }),
    );
    return exportAudit(db, filter, format);
  };
}

function startOf(range: Range): string {
  return new Date(Date.now() - rangeHours[range] * 3_600_000).toISOString();
}
