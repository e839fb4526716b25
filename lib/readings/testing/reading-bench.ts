import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Fetched,
  fetchedCustomer,
  fetchedInstall,
  fetchedMilestone,
  fetchedNote,
} from '#lib/catalog/fetched.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { addEnerfloAccount } from '#lib/enerflo/testing/add-enerflo-account.ts';
import { parseSettings } from '#lib/env.ts';
import { isJsonObject, type Json, type JsonObject } from '#lib/json.ts';
import { openSecretBox, type SecretBox } from '#lib/settings/secret-box.ts';
import { type StandInEnerflo, startEnerflo } from '../../../scripts/sandbox/enerflo/start-enerflo.ts';
import { manualClock } from '../../../scripts/sandbox/shared/clock.ts';
import { getReading } from '../reading-row.ts';
import type { ReadingItem } from '../readings.contract.ts';

const secretKey = 'cd'.repeat(32);
const HOUR = 3_600_000;

/** A database, a stand-in Enerflo with a past and an hour of its own, and an account of it. */
export type ReadingBench = TestDatabase & {
  box: SecretBox;
  enerflo: StandInEnerflo;
  /** Time of the stand-in; six hours before now at first. */
  clock: ReturnType<typeof manualClock>;
  connectionId: string;
  startWorker: () => Promise<ChildProcess>;
  /** As SIGKILL leaves it, half a minute later. */
  kill: (worker: ChildProcess) => Promise<void>;
  stop: (worker: ChildProcess) => Promise<void>;
  /** The reading once it fits. */
  readingWhen: (id: string, fits: (reading: ReadingItem) => boolean) => Promise<ReadingItem>;
  /** What the stand-in tells of all its installs, customers, milestones and notes, each by its own request or list. */
  everything: () => Promise<Fetched[]>;
};

export async function openReadingBench(
  postgres: string,
  { leads }: { leads: number },
): Promise<ReadingBench> {
  const database = await createTestDatabase(postgres);
  globalThis.heliographEnv = parseSettings({
    DATABASE_URL: database.url,
    SECRET_KEY: secretKey,
    LOG_LEVEL: 'silent',
  });
  const box = openSecretBox(secretKey);
  const clock = manualClock(Date.now() - 6 * HOUR);
  const settings = { limit: { requests: 100_000, seconds: 1 } };
  const enerflo = await startEnerflo({ port: 0, clock, leads, settings });
  const connectionId = await addEnerfloAccount(
    { db: database.db, box },
    { url: enerflo.url, settings: { limit: { requests: 10_000, seconds: 1 } } },
  );
  const { db } = database;

  const startWorker = async () => {
    const worker = fork(path.resolve('lib/readings/testing/reading-worker.ts'), [], {
      env: { ...process.env, DATABASE_URL: database.url, SECRET_KEY: secretKey, LOG_LEVEL: 'error' },
    });
    await once(worker, 'message');
    return worker;
  };
  const kill = async (worker: ChildProcess) => {
    const ended = once(worker, 'exit');
    worker.kill('SIGKILL');
    await ended;
    await database.pool.query(`UPDATE worker SET beat_at = beat_at - interval '31 seconds'`);
  };
  const stop = async (worker: ChildProcess) => {
    const ended = once(worker, 'exit');
    worker.send('stop');
    await ended;
  };
  const readingWhen = async (id: string, fits: (reading: ReadingItem) => boolean) => {
    for (;;) {
      const reading = await getReading(db, id);
      if (fits(reading)) return reading;
      if (reading.state === 'failed') throw new Error(`the reading failed: ${reading.error}`);
      await sleep(20);
    }
  };

  const ask = async (address: string): Promise<JsonObject> => {
    const response = await fetch(`${enerflo.url}${address}`, {
      headers: { 'api-key': 'sandbox-enerflo-key' },
    });
    const body: Json = await response.json();
    return isJsonObject(body) ? body : {};
  };
  const rows = (value: Json | undefined) => (Array.isArray(value) ? value.filter(isJsonObject) : []);
  const everything = async () => {
    const told: Fetched[] = [];
    for (const { id } of enerflo.state.installs.values()) {
      told.push(...fetchedInstall(await ask(`/api/v3/installs/${id}`)));
      const milestones = await ask(`/api/v3/installs/${id}/milestones`);
      told.push(...rows(milestones.results).flatMap((row) => fetchedMilestone(row, String(id))));
    }
    const customers = await ask('/api/v1/customers?pageSize=1000');
    told.push(...rows(customers.data).flatMap(fetchedCustomer));
    const notes = await ask('/api/v3/installs/notes?pageSize=1000');
    told.push(...rows(notes.notes).flatMap(fetchedNote));
    return told;
  };

  const close = async () => {
    await enerflo.close();
    await database.close();
  };
  return {
    ...database,
    close,
    box,
    enerflo,
    clock,
    connectionId,
    startWorker,
    kill,
    stop,
    readingWhen,
    everything,
  };
}
