import { setTimeout as sleep } from 'node:timers/promises';
import { uuidv7 } from 'uuidv7';
import type { Database, Db } from '#lib/db/database.ts';
import type { Env } from '#lib/env.ts';
import { type AllowList, parseAllowList } from '#lib/http/outbound/address-rules.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { log } from '#lib/log.ts';
import type { ApplyHooks } from '#lib/records/apply-events.ts';
import { applyWaiting } from '#lib/records/apply-waiting.ts';
import { sweepWords } from '#lib/records/sweep-words.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import { readSetting } from '#lib/settings/settings.ts';
import { createBell } from './bell.ts';
import { coalesce } from './coalesce.ts';
import { deliverDue } from './deliver-due.ts';
import type { DeliveryContext } from './delivery-context.ts';
import { beat, forgetOldWorkers, signOff } from './heartbeat.ts';
import { releaseAll } from './queue-order.ts';
import { createRecorder } from './recorder.ts';
import { recoverDeliveries } from './recover-deliveries.ts';
import { routeEvents } from './route-events.ts';
import { createStateLog } from './state-log.ts';
import { supersedeOvertaken } from './supersede-overtaken.ts';
import { inTransaction } from './transaction.ts';

/**
 * Further work that a worker looks for: `run` every `everyMs`, one at a time, never at once with itself. It takes what
 * is due, ends soon after `signal` and lives through being killed at any point.
 */
export type WorkerPart = {
  name: string;
  everyMs: number;
  run: (access: WorkerAccess) => Promise<void>;
};

/** What a part gets. `workerId` is known to the heartbeat; work that a silent one held may be taken over. */
export type WorkerAccess = Pick<Database, 'db' | 'pool'> & {
  box: SecretBox;
  workerId: string;
  signal: AbortSignal;
};

export type WorkerOptions = Pick<Database, 'db' | 'pool'> & {
  box: SecretBox;
  env: Pick<Env, 'DELIVERY_RETRIES' | 'DELIVERY_TIMEOUT' | 'OUTBOUND_ALLOW'>;
  /** What is kept of records and events besides themselves (lib/runtime/projections.ts). */
  projections?: Pick<ApplyHooks, 'records' | 'events'>;
  /** Writes for events that an older version applied what `projections` keep of them; gives how many it were. */
  sweepEvents?: (db: Db, signal: AbortSignal) => Promise<number>;
  /** What else is to be done (lib/runtime/worker-parts.ts). */
  parts?: readonly WorkerPart[];
};

/**
 * Rows are the queue, so looking is all that a worker does to learn of work: both looks are one read of a small index
 * while nothing waits. See docs/decisions/005-no-job-queue.md.
 */
const applyEvery = 100;
const deliverEvery = 250;
/** An address that an admin allowed counts within a second. */
const settingsEvery = 1_000;
/** Records come to be behind when the code changes, or while an older worker runs beside this one. */
const wordsEvery = 60_000;
const beatEvery = 5_000;
/** All queues are looked through at the first beat, also after the database was away, and at every twelfth: each minute. */
const releaseEvery = 12;
/** How long a stopping worker waits for answers that are still to come. */
const patience = 20_000;

/**
 * Starts a worker in this process: it applies waiting events, sends due deliveries, writes search words of an older
 * version anew, takes over the deliveries of workers that are gone, and says every 5 s that it lives. It looks several times a second; it lives
 * through the database going away and coming back. Gives what stops it: nothing new is begun, what is under way is
 * finished (20 s at most; what has no answer by then is in doubt), the worker signs off.
 */
export async function startWorker({
  db,
  pool,
  box,
  env,
  projections,
  sweepEvents,
  parts = [],
}: WorkerOptions): Promise<() => Promise<void>> {
  const stopping = new AbortController();
  const givingUp = new AbortController();
  const { signal } = stopping;
  const states = createStateLog();
  const fixedAllow = env.OUTBOUND_ALLOW;
  let allow: AllowList = parseAllowList(fixedAllow);
  const context: DeliveryContext = {
    pool,
    box,
    workerId: uuidv7(),
    allow: () => allow,
    timeoutMs: env.DELIVERY_TIMEOUT * 1_000,
    waits: env.DELIVERY_RETRIES,
    inFlight: new Set(),
    record: createRecorder(pool, givingUp.signal),
    giveUp: givingUp.signal,
  };

  /** A part of the worker's work: one run at a time, and no error ends the worker. */
  const part = (name: string, work: () => Promise<void>) =>
    coalesce(async () => {
      try {
        await work();
        states.succeeded(name);
      } catch (error) {
        states.failed(name, error);
      }
    });

  let early: NodeJS.Timeout | undefined;
  const bell = createBell();
  const send = part('deliver', async () => {
    const next = await deliverDue(context, { signal, bell });
    clearTimeout(early);
    if (next !== null && next < deliverEvery) early = setTimeout(() => void deliver(), next);
  });
  // A run may be waiting for a slow answer: the bell has it look at once, and another run follows it.
  const deliver = () => {
    bell.ring();
    return send();
  };
  const apply = part('apply', async () => {
    if (signal.aborted) return;
    if ((await applyWaiting(db, { hooks: { ...projections, route: routeEvents }, signal })) > 0)
      void deliver();
  });
  const words = part('words', async () => {
    const swept = await sweepWords(db, { projections: projections?.records, signal });
    if (swept > 0) log().info({ records: swept }, 'wrote the search words of records anew');
  });
  const search = part('search', async () => {
    const found = (await sweepEvents?.(db, signal)) ?? 0;
    if (found > 0) log().info({ events: found }, 'wrote the search of events that an older version applied');
  });

  const others = parts.map(({ name, everyMs, run }) => ({
    everyMs,
    run: part(name, async () => {
      if (!signal.aborted) await run({ db, pool, box, workerId: context.workerId, signal });
    }),
  }));

  const readSettings = part('settings', async () => {
    allow = parseAllowList([...fixedAllow, ...((await readSetting(db, 'outboundAllow')) ?? [])]);
  });

  const suspects = new Set<string>();
  let beats = 0;
  const watch = part('watch', async () => {
    try {
      await beat(pool, context.workerId);
    } catch (error) {
      beats = 0;
      throw error;
    }
    beats += 1;
    // While stopping it still says that it lives, so that nobody takes over what it is finishing.
    if (signal.aborted) return;
    if ((beats - 1) % releaseEvery === 0) await releaseAll(pool);
    // When the database was away everybody was silent: the others get time to beat before they are judged.
    if (beats < 3) return;
    const taken = await recoverDeliveries(context, suspects);
    if (taken > 0) log().warn({ deliveries: taken }, 'took over deliveries that nobody was sending');
    await inTransaction(pool, (run) => supersedeOvertaken(run, {}));
    await forgetOldWorkers(pool);
  });

  await readSettings();
  await watch();
  const heart = setInterval(() => void watch(), beatEvery);
  const sweeps = [
    setInterval(() => void apply(), applyEvery),
    setInterval(() => void deliver(), deliverEvery),
    setInterval(() => void readSettings(), settingsEvery),
    setInterval(() => void words(), wordsEvery),
    setInterval(() => void search(), wordsEvery),
    ...others.map(({ everyMs, run }) => setInterval(() => void run(), everyMs)),
  ];
  void apply();
  void words();
  void search();
  void deliver();
  for (const { run } of others) void run();

  return async () => {
    stopping.abort();
    clearTimeout(early);
    for (const sweep of sweeps) clearInterval(sweep);
    const finished = Promise.all([apply(), deliver(), words(), search(), ...others.map(({ run }) => run())]);
    await Promise.race([finished, sleep(patience, undefined, { ref: false })]);
    givingUp.abort();
    // Requests still under way end at once now, and their ends are written if the database is there.
    await Promise.race([finished, sleep(3_000, undefined, { ref: false })]);
    clearInterval(heart);
    await watch();
    await signOff(pool, context.workerId).catch(() => {});
    await closeOutbound();
  };
}
