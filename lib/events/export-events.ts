import { getPreferences } from '#lib/auth/preferences.ts';
import { seesPersonal } from '#lib/auth/sees-personal.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import type { ChangeContext } from '#lib/flows/change-context.ts';
import { download } from '#lib/http/download.ts';
import { log } from '#lib/log.ts';
import { exportLines } from './export-lines.ts';
import { filterGiven } from './filter-given.ts';
import { type ExportFormat, parseExport } from './parse-export.ts';

const contentTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
};

/**
 * Events as a file, read from the database only as fast as they are taken; see parseExport for the parameters and
 * exportLines for what the file holds. It is audited before the first byte leaves. Throws AppError INVALID.
 */
export async function exportEvents(context: ChangeContext, params: URLSearchParams): Promise<Response> {
  const { db, audit, actor, requestId, address } = context;
  const now = databaseNow();
  const { format, payload, zone, filter } = parseExport(params, now);
  const timeZone = zone ?? (await getPreferences(db, actor)).timeZone ?? 'UTC';
  const seeing = { personal: await seesPersonal(db, actor) };
  const pieces = exportLines(db, { filter, format, payload: payload === 'yes', timeZone }, seeing);
  // What fails at once is answered as an error; only what fails later breaks the download off.
  const first = await pieces.next();
  await db.$transaction((tx) =>
    audit(tx, {
      actor,
      requestId,
      address,
      action: 'event.export',
      subjectKind: 'event',
      after: {
        format,
        filter: filterGiven(filter),
        payload: format === 'jsonl' && payload === 'yes',
        personal: seeing.personal,
      },
    }),
  );
  return download(
    `events-${dayOf(now, timeZone)}.${format}`,
    contentTypes[format],
    goOn(first, pieces, requestId),
  );
}

async function* goOn(
  first: IteratorResult<string>,
  rest: AsyncGenerator<string>,
  requestId: string | null | undefined,
): AsyncGenerator<string> {
  if (first.done) return;
  yield first.value;
  try {
    yield* rest;
  } catch (error) {
    // The answer has begun: nobody else can say why it broke off.
    log().error({ err: error, requestId }, 'an export broke off');
    throw error;
  }
}

/** `2026-07-01`: Swedish dates are written like ISO 8601. */
function dayOf(time: number, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(time);
}
