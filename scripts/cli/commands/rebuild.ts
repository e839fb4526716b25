import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';

/** Rebuilds every record from its observations. */
export const rebuild: Command = {
  name: 'rebuild',
  summary: 'rebuild all records from what was observed of them',
  help: `Rebuilds every record from its observations and says how many came out different (none should).
Records are what observations fold to, so this repairs them after a restore or a mended rule; it sends nothing.

  npm run cli -- rebuild

It needs DATABASE_URL, or the running Heliograph whose data lies in DATA_DIR (.data).
`,
  run: async (args) => {
    parseArgs({ args, options: {} });
    // Loaded here, so that the other commands start without a database client.
    const [{ rebuildRecords }, { openRunningDatabase }] = await Promise.all([
      import('#lib/records/rebuild-records.ts'),
      import('../open-running-database.ts'),
    ]);
    const database = await openRunningDatabase();
    try {
      const { records, different } = await rebuildRecords(database.db);
      console.log(`${records} records rebuilt, ${different} of them came out different.`);
    } finally {
      await database.close();
    }
    return 0;
  },
};
