import { parseArgs } from 'node:util';
import { AppError } from '#lib/errors.ts';
import type { Command } from '../command.ts';
import { copiedFilter } from '../export/copied-filter.ts';
import { instant } from '../export/instant.ts';
import { writePieces } from '../export/write-pieces.ts';

const kinds = {
  events: async () => (await import('../export/event-pieces.ts')).eventPieces,
  audit: async () => (await import('../export/audit-pieces.ts')).auditPieces,
};

/** Writes events or the audit log to a file, or to standard output. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write events or the audit log to a file',
  help: `Writes every event, or every entry of the audit log, newest first, as lines of JSON or as CSV.

  npm run cli -- export events [--format jsonl|csv] [--from TIME] [--to TIME] [--filter QUERY] [--out FILE]
  npm run cli -- export audit  [--format jsonl|csv] [--from TIME] [--to TIME] [--filter QUERY] [--out FILE]

  --format F      jsonl: one JSON object a line, with the data of each event (the default); csv: for a spreadsheet
  --from TIME     from this time on: a date (2026-03-01, its start in UTC) or an instant (2026-03-01T08:00:00Z)
  --to TIME       before this time
  --filter QUERY  what the list is narrowed down by: open the event log or the audit log, filter, and copy the
                  address of the page, or what stands behind its ?
  --out FILE      write to this file, which must not be there yet; without it, to standard output
  --zone ZONE     for events as csv: a second time column in this zone (Europe/Oslo); UTC unless given

However much there is, little of it is held in memory. Whoever can run this reads the database, so personal values
are in it; that it was done is written to the audit log. Cells that a spreadsheet would run as a formula begin with
an apostrophe.
It needs DATABASE_URL, or the running Heliograph whose data lies in DATA_DIR (.data).

  npm run cli -- export events --from 2026-03-01 --to 2026-04-01 --out march.jsonl
  npm run cli -- export events --filter "source=sunnova&outcome=failed" --format csv --out failed.csv
  npm run cli -- export audit --from 2026-01-01 --format csv --out audit.csv
  npm run cli -- export events --filter "type=enerflo.v1.new_customer" | jq .about
`,
  run: async (args) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'jsonl' },
        from: { type: 'string' },
        to: { type: 'string' },
        filter: { type: 'string' },
        out: { type: 'string' },
        zone: { type: 'string' },
      },
    });
    const [kind, ...more] = positionals;
    if ((kind !== 'events' && kind !== 'audit') || more.length > 0) {
      throw new AppError('INVALID', 'Say what to export: export events, or export audit.');
    }
    const params = copiedFilter(values.filter ?? '', kind);
    params.set('format', values.format);
    if (values.zone) params.set('zone', values.zone);
    for (const side of ['from', 'to'] as const) {
      const text = values[side];
      if (text !== undefined) params.set(side, instant(side, text));
    }
    // Loaded here, so that the other commands start without the catalog and a database client.
    const piecesOf = await kinds[kind]();
    const pieces = piecesOf(params);
    const { openRunningDatabase } = await import('../open-running-database.ts');
    const database = await openRunningDatabase();
    try {
      await writePieces(await pieces(database.db), values.out);
    } finally {
      await database.close();
    }
    return 0;
  },
};
