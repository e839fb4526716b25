import { auditExportSchema } from '#lib/audit/audit-export.schema.ts';
import { exportAudit } from '#lib/audit/export-audit.ts';
import { parseInput } from '#lib/auth/parse-input.ts';
import { acting } from './acting.ts';
import { download } from './download.ts';
import type { RouteContext } from './route.ts';

const contentTypes = { jsonl: 'application/x-ndjson; charset=utf-8', csv: 'text/csv; charset=utf-8' };

/** The audit log as a file, narrowed down as the list is. That somebody took it is in the log itself. Throws INVALID. */
export async function auditDownload<Params>(context: RouteContext<Params>): Promise<Response> {
  const { searchParams } = new URL(context.request.url);
  const { format, ...filter } = parseInput(auditExportSchema, Object.fromEntries(searchParams));
  const { db, audit, actor, requestId, address } = acting(context);
  const after = { format, ...filter };
  await db.$transaction((tx) =>
    audit(tx, { actor, requestId, address, action: 'audit.export', subjectKind: 'audit', after }),
  );
  const day = new Date().toISOString().slice(0, 10);
  return download(`audit-${day}.${format}`, contentTypes[format], exportAudit(db, filter, format));
}
