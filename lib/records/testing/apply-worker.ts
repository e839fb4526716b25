import { openDatabase } from '#lib/db/database.ts';
import { applyWaiting } from '../apply-waiting.ts';

/**
 * A worker process of the tests: at each `wake` it applies waiting events of the database named as its argument, and
 * says so: `batch` within the transaction of each batch, `idle` when nothing is left that it can lock. At `stop` it
 * ends what it does, and ends.
 */
const { db, close } = openDatabase(process.argv[2] ?? '', { connections: 2, name: 'test worker' });
const hooks = {
  route: async () => {
    process.send?.('batch');
    return new Map<string, string>();
  },
};
let working = Promise.resolve();
process.on('message', (message) => {
  working = working.then(async () => {
    if (message === 'stop') {
      await close();
      process.disconnect();
      return;
    }
    await applyWaiting(db, { hooks });
    process.send?.('idle');
  });
});
process.on('disconnect', () => process.exit());
