import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';

/** Rebuilds every record from its observations, and everything that is found and listed by them. */
export const rebuild: Command = {
  name: 'rebuild',
  summary: 'rebuild all records, the search and the cases from what was observed',
  help: `Rebuilds every record from its observations and says how many came out different (none should); then writes
anew what records and events are found by, the cancellation cases, and which event types were heard. All of these
follow from what is stored, so this repairs them after a restore or a mended rule. It sends nothing, and may run
beside Heliograph: a million events take about half an hour.

  npm run cli -- rebuild

It needs DATABASE_URL, or the running Heliograph whose data lies in DATA_DIR (.data).
`,
  run: async (args) => {
    parseArgs({ args, options: {} });
    // Loaded here, so that the other commands start without a database client.
    const [{ rebuildRecords }, { rebuildSearch }, { projections }, { openRunningDatabase }] =
      await Promise.all([
        import('#lib/records/rebuild-records.ts'),
        import('#lib/events/rebuild-search.ts'),
        import('#lib/runtime/projections.ts'),
        import('../open-running-database.ts'),
      ]);
    const database = await openRunningDatabase();
    try {
      const { records, different } = await rebuildRecords(database.db, { projections: projections.records });
      console.log(`${records} records rebuilt, ${different} of them came out different.`);
      const events = await rebuildSearch(database.db);
      console.log(`${events} events can be found anew.`);
    } finally {
      await database.close();
    }
    return 0;
  },
};
