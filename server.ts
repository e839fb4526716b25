import { log } from '#lib/log.ts';
import { startRole } from '#lib/runtime/start-role.ts';

/** The one process entry: `node server.ts all|web|worker`. Ends with 1 and one plain sentence when it cannot start. */
try {
  const stop = await startRole(process.argv[2] ?? 'all');
  let stopping = false;
  const end = async (why: string) => {
    if (stopping) return;
    stopping = true;
    log().info({ why }, 'stopping');
    await stop();
    log().info('stopped');
    process.exit(0);
  };
  process.on('SIGTERM', () => void end('SIGTERM'));
  process.on('SIGINT', () => void end('SIGINT'));
  // The process that started us is gone: nobody else would end us.
  process.on('disconnect', () => void end('parent gone'));
} catch (error) {
  process.stderr.write(
    `Heliograph could not start. ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exit(1);
}
