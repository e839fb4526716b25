import { uuidv7 } from 'uuidv7';
import { projections } from '#lib/runtime/projections.ts';
import { claimReading } from '../claim-reading.ts';
import { getReading } from '../reading-row.ts';
import type { ReadingItem } from '../readings.contract.ts';
import { runReading } from '../run-reading.ts';
import type { ReadingBench } from './reading-bench.ts';

const workerId = uuidv7();

/** The reading once it has ended, worked on by the test itself; `most`: how many runs that may take. */
export async function toItsEnd(
  bench: ReadingBench,
  id: string,
  most = 12,
): Promise<{ reading: ReadingItem; turns: number }> {
  for (let turns = 1; turns <= most; turns += 1) {
    await turn(bench);
    const reading = await getReading(bench.db, id);
    if (reading.state === 'done' || reading.state === 'failed') return { reading, turns };
  }
  throw new Error(`the reading has no end: ${JSON.stringify(await getReading(bench.db, id))}`);
}

/** One run of a worker, as if the time that the reading waits had passed. */
export async function turn({ db, pool, box }: ReadingBench): Promise<void> {
  await db.reading.updateMany({ where: { state: 'waiting' }, data: { dueAt: null } });
  const reading = await claimReading(db, workerId);
  const { signal } = new AbortController();
  const context = { access: { db, pool, box }, workerId, signal, projections: projections.records };
  if (reading) await runReading(context, reading);
}
