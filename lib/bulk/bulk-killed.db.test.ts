import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, test, vi } from 'vitest';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();
const workers: ChildProcess[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await kill(worker);
});

/** A worker as it runs by itself on a machine (`npm run worker`). */
function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ['server.ts', 'worker'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      DATABASE_URL: on.url,
      SECRET_KEY: 'ab'.repeat(32),
      OUTBOUND_ALLOW: '127.0.0.0/8',
      ENERFLO_BASE_URL: on.enerflo.url,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  workers.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

const until = (fact: () => Promise<void>) => vi.waitFor(fact, { timeout: 180_000, interval: 100 });

/** What was on its way when a worker died is looked for after minutes: they pass now. */
async function minutesPass(): Promise<void> {
  await on.db.worker.updateMany({ data: { beatAt: new Date(Date.now() - 60_000) } });
  await on.db.action.updateMany({ where: { dueAt: { not: null } }, data: { dueAt: new Date() } });
  await on.db.actionAttempt.updateMany({
    where: { purpose: 'write', state: { in: ['sending', 'unknown'] } },
    data: { startedAt: new Date(Date.now() - 100_000) },
  });
}

test('500 rows, 20 bad, the worker killed at 200: 480 done once, 20 explained; a second upload adds none', async () => {
  const installs = [...on.enerflo.state.installs.keys()];
  const before = on.enerflo.state.notes.size;
  const lines = Array.from({ length: 500 }, (_, index) => {
    const install = index % 50 === 10 ? 'none' : installs[index % installs.length];
    return `${install},${index % 50 === 20 ? '' : `Inspection booked (${index})`}`;
  });
  const file = ['Install,Comment', ...lines];
  const id = await on.upload('enerflo.note.add', file);
  await on.match(id);
  const first = startWorker();
  await until(async () => expect((await on.get(id)).state).toBe('ready'));
  expect((await on.get(id)).counts).toMatchObject({ waiting: 480, bad: 20 });

  await on.start(id);
  await until(async () => expect((await on.get(id)).counts.done).toBeGreaterThanOrEqual(200));
  await kill(first);
  const { done } = (await on.get(id)).counts;
  expect(done).toBeLessThan(480);

  await minutesPass();
  startWorker();
  await until(async () => {
    await minutesPassFor('unknown');
    expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 480, bad: 20 } });
  });
  const rows = await on.rows(id);
  expect(rows.filter(({ state }) => state === 'bad').every(({ reason }) => reason !== null)).toBe(true);
  const texts = [...on.enerflo.state.notes.values()].slice(before).map(({ text }) => text);
  expect(texts).toHaveLength(480);
  expect(new Set(texts).size).toBe(480);

  const again = await on.upload('enerflo.note.add', file);
  await on.match(again);
  await until(async () => expect((await on.get(again)).state).toBe('ready'));
  expect((await on.get(again)).counts).toMatchObject({ repeat: 480, bad: 20, waiting: 0 });
  await expect(on.start(again)).rejects.toThrow('No row is ready to be sent.');
  expect(on.enerflo.state.notes.size).toBe(before + 480);
}, 400_000);

async function minutesPassFor(state: string): Promise<void> {
  await on.db.action.updateMany({ where: { state }, data: { dueAt: new Date() } });
}
