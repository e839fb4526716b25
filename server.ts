import { log } from '#lib/log.ts';
import { startRole } from '#lib/runtime/start-role.ts';

/** The one process entry: `node server.ts all|web|worker`. Ends with 1 and one plain sentence when it cannot start. */
let stopping = false;

/** Stops what runs; a start under way settles first, so that nothing it started is left behind. */
async function end(why: string): Promise<void> {
  if (stopping) return;
  stopping = true;
  log().info({ why }, 'stopping');
  const stop = await starting.catch(() => null);
  if (!stop) return; // A failed start has stopped what it had started, and ends the process below.
  await stop();
  log().info('stopped');
  process.exit(0);
}

process.on('SIGTERM', () => void end('SIGTERM'));
process.on('SIGINT', () => void end('SIGINT'));
// The process that started us is gone: nobody else would end us.
process.on('disconnect', () => void end('parent gone'));

const starting = startRole(process.argv[2] ?? 'all');
try {
  await starting;
} catch (error) {
  process.stderr.write(
    `Heliograph could not start. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
