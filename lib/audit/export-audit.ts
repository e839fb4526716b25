import { csvLines } from '#lib/csv.ts';
import type { Db } from '#lib/db/database.ts';
import type { AuditEntryItem, AuditFilter } from './audit.contract.ts';
import type { ExportFormat } from './audit-export.schema.ts';
import { listAudit } from './list-audit.ts';

const pageSize = 500;

const columns: Record<string, (entry: AuditEntryItem) => string | null> = {
  id: (entry) => entry.id,
  at: (entry) => entry.at,
  actorKind: (entry) => entry.actor.kind,
  actorId: (entry) => entry.actor.id,
  actorName: (entry) => entry.actor.name,
  action: (entry) => entry.action,
  words: (entry) => entry.words,
  subjectKind: (entry) => entry.subject.kind,
  subjectId: (entry) => entry.subject.id,
  subjectName: (entry) => entry.subject.name,
  before: (entry) => json(entry.before),
  after: (entry) => json(entry.after),
  requestId: (entry) => entry.requestId,
  address: (entry) => entry.address,
};

/**
 * The entries that fit, newest first, as lines of JSON or of CSV with a head, page by page: however long the log is,
 * one page of it is held. What is written meanwhile is newer than the first line and so not in it.
 */
export async function* exportAudit(
  db: Db,
  filter: AuditFilter,
  format: ExportFormat,
): AsyncGenerator<string> {
  const names = Object.keys(columns);
  // Spreadsheets know UTF-8 by the mark in front.
  if (format === 'csv') yield `\uFEFF${csvLines([names])}`;
  let cursor: string | undefined;
  do {
    const { items, nextCursor } = await listAudit(db, { ...filter, cursor, limit: pageSize });
    if (format === 'csv')
      yield csvLines(items.map((entry) => Object.values(columns).map((cell) => cell(entry))));
    else yield items.map((entry) => `${JSON.stringify(entry)}\n`).join('');
    cursor = nextCursor ?? undefined;
  } while (cursor);
}

function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
