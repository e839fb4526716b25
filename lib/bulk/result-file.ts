import { csvLines } from '#lib/csv.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { download } from '#lib/http/download.ts';
import type { BulkContext } from './bulk-context.ts';
import { columnsOf, findBulk } from './bulk-row.ts';
import { rowStates } from './bulk-states.ts';
import { readRows } from './list-rows.ts';

const atOnce = 500;

/**
 * The rows as they were uploaded, each with its result, the reason, the id in Enerflo and the time (ISO 8601, UTC), as
 * CSV that a spreadsheet opens and does not run. Audited before it leaves. Throws NOT_FOUND.
 */
export async function resultFile(context: BulkContext, id: string): Promise<Response> {
  const { db, actor, audit, requestId, address } = context;
  const bulk = await findBulk(db, id);
  await db.$transaction((tx) =>
    audit(tx, { actor, action: 'bulk.result', subjectKind: 'bulk', subjectId: id, requestId, address }),
  );
  const name =
    bulk.name
      .replace(/\.csv$/i, '')
      .replace(/[^\w.-]+/g, '-')
      .slice(0, 60) || 'rows';
  return download(`${name}-results.csv`, 'text/csv; charset=utf-8', lines(db, id, columnsOf(bulk).heads));
}

async function* lines(db: Db, id: string, heads: readonly string[]): AsyncGenerator<string> {
  // The mark tells spreadsheets that it is UTF-8.
  yield `\uFEFF${csvLines([[...heads, 'Result', 'Reason', 'Enerflo id', 'Time']])}`;
  let after = 0;
  for (;;) {
    const rows = await readRows(db, Prisma.sql`r.bulk_id = ${id}::uuid AND r.number > ${after}::int`, atOnce);
    yield csvLines(
      rows.map(({ cells, state, reason, enerfloId, at }) => [
        ...heads.map((_, column) => cells?.[column] ?? ''),
        rowStates[state].word,
        reason,
        enerfloId,
        at,
      ]),
    );
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.number;
  }
}
