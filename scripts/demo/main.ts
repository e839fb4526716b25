import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { localKeys } from '#lib/runtime/local-secrets.ts';
import { sandboxApiKey } from '../sandbox/enerflo/start-enerflo.ts';
import { check } from './check.ts';
import { openConsoleApi } from './console-api.ts';
import { firstAdmin } from './first-admin.ts';
import { freePort } from './free-port.ts';
import { type Options, readOptions, usage } from './options.ts';
import { startOwnDatabase } from './own-database.ts';
import { setUp } from './set-up.ts';
import { startStandIns } from './stand-ins.ts';
import { startConsole } from './start-console.ts';

/** `npm run demo`. Ends with 1 where it could not start, something ended by itself, or the check found something. */
const ending = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ending.abort());
// The process that started us is gone: nobody else would end us.
process.on('disconnect', () => ending.abort());

try {
  const options = readOptions(process.argv.slice(2), process.env);
  if (options) process.exitCode = await run(options);
  else process.stdout.write(usage);
} catch (error) {
  console.error(`The demo could not go on. ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}
process.exit();

async function run(options: Options): Promise<number> {
  const closings: (() => Promise<void>)[] = [];
  try {
    return await live(options, closings);
  } finally {
    for (const close of closings.toReversed()) await close();
  }
}

/** Starts everything, each with what closes it in `closings`, waits for the end, and checks if that was asked for. */
async function live(options: Options, closings: (() => Promise<void>)[]): Promise<number> {
  const { dataDir, speed, seconds } = options;
  console.log('Starting the demo …');
  const database = await startOwnDatabase(dataDir);
  closings.push(database.stop);
  const keys = localKeys(path.resolve(dataDir));
  const admin = options.admin ?? firstAdmin(dataDir);
  const standIns = await startStandIns(options, closings);
  const { crm, enerflo, sunnova } = standIns;
  if (ending.signal.aborted) return 0;

  const logFile = path.join(dataDir, 'console.log');
  const console_ = await startConsole(
    {
      ...keys,
      DATABASE_URL: database.url,
      SECRET_KEY: database.secretKey,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: String(await freePort(options.ports.console)),
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
      ENERFLO_BASE_URL: enerflo.url,
      OUTBOUND_ALLOW: [crm.port, enerflo.port, sunnova.port].map((port) => `127.0.0.1:${port}`).join(),
    },
    logFile,
  );
  closings.push(console_.stop);
  const api = await openConsoleApi(console_.url, database.url);
  await setUp(api, { apiKey: sandboxApiKey, crmUrl: crm.url });
  standIns.begin(console_.url, keys);
  console.log(`
  Ready after ${Math.round(process.uptime())} s.
  Heliograph is at ${console_.url}
  Sign in as ${admin.email} with the password ${admin.password}

  A dealer's day goes by at ${speed} times its speed; the first hour and a half has just come in.
  The stand-ins: Enerflo ${enerflo.url}, Sunnova ${sunnova.url}, CRM ${crm.url}
  Ctrl C ends everything.
`);
  const over = seconds === null ? [] : [wait(seconds * 1_000, undefined, { signal: ending.signal })];
  const aborted = new Promise<void>((resolve) => {
    ending.signal.addEventListener('abort', () => resolve());
    if (ending.signal.aborted) resolve();
  });
  const why = await Promise.race([
    aborted.then(() => 'ended'),
    console_.ended.then(() => 'console'),
    ...over.map((time) => time.then(() => 'over').catch(() => 'ended')),
  ]);
  if (why === 'console') {
    console.error(`The console ended by itself; ${logFile} may say why.`);
    return 1;
  }
  if (why !== 'over' || !options.check) return 0;
  await standIns.end();
  return check({ api, databaseUrl: database.url, standIns, logFile });
}
