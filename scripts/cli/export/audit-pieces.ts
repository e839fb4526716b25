import { recordAudit, systemActor } from '#lib/audit/audit.ts';
import { auditExportSchema } from '#lib/audit/audit-export.schema.ts';
import { exportAudit } from '#lib/audit/export-audit.ts';
import { parseInput } from '#lib/auth/parse-input.ts';
import type { Db } from '#lib/db/database.ts';

/**
 * What writes the entries of the audit log that fit `params`, as pieces of the file. Throws INVALID before a database is
 * asked.
 */
export function auditPieces(params: URLSearchParams): (db: Db) => Promise<AsyncIterable<string>> {
  const { format, ...filter } = parseInput(auditExportSchema, Object.fromEntries(params));
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
