import { rmSync } from 'node:fs';
import path from 'node:path';
import { type Database, openDatabase } from '#lib/db/database.ts';
import { freePort } from '../../bench/stack/free-port.ts';
import { type RunningProcess, startProcess, untilAnswers } from '../../bench/stack/start-process.ts';
import { startStack } from '../../bench/stack/start-stack.ts';
import { killTree } from './kill-tree.ts';
import { seedFlows } from './seed-flows.ts';

/** A part that can be killed and started again. */
export type Part = {
  name: string;
  kill: () => Promise<void>;
  start: () => Promise<void>;
  hasEnded: () => boolean;
};

/** Everything that runs, each part a real process: PostgreSQL, web, worker, and the stand-in CRM with its ledger. */
export type Field = {
  parts: Record<'postgres' | 'web' | 'worker' | 'crm', Part>;
  webhookUrl: string;
  ledgerFile: string;
  database: Database;
  close: () => Promise<void>;
};

/** Settings under which a round settles in seconds instead of hours. */
const hasty = { DELIVERY_RETRIES: '1,1,1,1,2,2,3,5,5,5', DELIVERY_TIMEOUT: '3' };

/** Starts everything, with two flows that carry each `update_install` to the stand-in CRM. */
export async function openField(): Promise<Field> {
  const crmPort = await freePort();
  const stack = await startStack('chaos', { ...hasty, OUTBOUND_ALLOW: `127.0.0.1:${crmPort}` });
  const ledgerFile = path.join(stack.folder, 'ledger.jsonl');
  rmSync(ledgerFile, { force: true });
  const crmUrl = `http://127.0.0.1:${crmPort}`;
  const crm = part('crm', async () => {
    const args = ['scripts/sandbox/main.ts', '--port', String(crmPort), '--ledger', ledgerFile];
    const running = startProcess(args, {}, path.join(stack.folder, 'crm.log'));
    await untilAnswers(crmUrl, running);
    // Slow enough that a kill finds deliveries under way, and now and then an answer gets lost.
    await behave(crmUrl, [
      { cut: 'after-store', probability: 0.01, seed: running.pid },
      { answer: 503, probability: 0.02, seed: running.pid + 1 },
      { slow: 15 },
    ]);
    return running;
  });
  const web = part('web', stack.startWeb);
  const worker = part('worker', async () => stack.startWorker());
  const postgres: Part = {
    name: 'postgres',
    kill: () => killTree(stack.postgres.pid()),
    start: stack.postgres.startAgain,
    hasEnded: () => false,
  };
  const database = openDatabase(stack.postgres.url, { connections: 4, name: 'chaos' });
  await Promise.all([web.start(), crm.start()]);
  await seedFlows(database.db, crmUrl);
  await worker.start();
  return {
    parts: { postgres, web, worker, crm },
    webhookUrl: `http://127.0.0.1:${stack.webPort}${stack.enerfloPath}`,
    ledgerFile,
    database,
    close: async () => {
      await Promise.all([web.kill(), worker.kill(), crm.kill()]);
      await database.close();
      await stack.postgres.remove();
    },
  };
}

function part(name: string, run: () => Promise<RunningProcess>): Part {
  let running: RunningProcess | null = null;
  return {
    name,
    start: async () => {
      running = await run();
    },
    kill: async () => running?.kill(),
    hasEnded: () => running?.hasEnded() ?? true,
  };
}

async function behave(crmUrl: string, rules: object[]): Promise<void> {
  const told = await fetch(`${crmUrl}/behave`, { method: 'POST', body: JSON.stringify(rules) });
  if (!told.ok) throw new Error(`The stand-in CRM refused its rules: ${await told.text()}`);
}
