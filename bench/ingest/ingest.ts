import path from 'node:path';
import pg from 'pg';
import type { Aim, Bench } from '../bench.ts';
import { freePort } from '../stack/free-port.ts';
import { startProcess, untilAnswers } from '../stack/start-process.ts';
import { startStack } from '../stack/start-stack.ts';
import type { BodySize } from './bodies.ts';
import { checkStored } from './check-stored.ts';
import type { LoadResult } from './load.ts';
import { startLoadProcess } from './load-process.ts';

const cells = (['700 B', '75 KB'] as const satisfies readonly BodySize[]).flatMap((size) =>
  [1, 32, 256].map((connections) => ({ size, connections })),
);
const aim = 0.5;

/**
 * Webhooks taken in a second, beside a reference that only stores bytes. Both run on the same PostgreSQL and take
 * turns (ours, reference, ours, …), so that what else the machine does hits both; the figures are medians.
 */
export const ingest: Bench = {
  name: 'ingest',
  summary:
    'webhooks a second and their latency, beside bare Fastify with batched inserts on the same PostgreSQL',
  run: async ({ quick }) => {
    const pace = quick ? { rounds: 2, seconds: 0.4, warmUp: 0.3 } : { rounds: 3, seconds: 4.2, warmUp: 3 };
    const stack = await startStack('bench');
    const referencePort = await freePort();
    const web = await stack.startWeb();
    const reference = startProcess(
      ['bench/ingest/reference.ts'],
      { DATABASE_URL: stack.postgres.url, PORT: String(referencePort) },
      path.join(stack.folder, 'reference.log'),
    );
    const load = startLoadProcess();
    const client = new pg.Client({ connectionString: stack.postgres.url });
    try {
      await untilAnswers(`http://127.0.0.1:${referencePort}/api/health`, reference);
      await client.connect();
      let firstNumber = 1;
      const runOne = async (
        at: { port: number; path: string },
        cell: (typeof cells)[number],
        seconds: number,
      ) => {
        const result = await load.run({ ...at, ...cell, seconds, firstNumber });
        firstNumber += result.sent;
        return result;
      };
      const doors = {
        ours: { port: stack.webPort, path: stack.enerfloPath },
        reference: { port: referencePort, path: '/events' },
      };
      const aims: Aim[] = [];
      for (const cell of cells) {
        const ours = [await runOne(doors.ours, cell, pace.warmUp)];
        const theirs = [await runOne(doors.reference, cell, pace.warmUp)];
        for (let round = 0; round < pace.rounds; round++) {
          ours.push(await runOne(doors.ours, cell, pace.seconds));
          theirs.push(await runOne(doors.reference, cell, pace.seconds));
        }
        await checkStored(client, { ours: accepted(ours), reference: accepted(theirs) });
        aims.push(compare(cell, middle(ours.slice(1)), middle(theirs.slice(1))));
      }
      return aims;
    } finally {
      load.end();
      await client.end();
      await web.stop();
      await reference.stop();
      await stack.postgres.remove();
    }
  },
};

type Middle = Pick<LoadResult, 'perSecond' | 'p50' | 'p99'>;

function middle(results: readonly LoadResult[]): Middle {
  const of = (figure: keyof Middle) => median(results.map((result) => result[figure]));
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99') };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  const half = sorted.length / 2;
  return ((sorted[Math.floor(half)] ?? 0) + (sorted[Math.ceil(half) - 1] ?? 0)) / 2;
}

function accepted(results: readonly LoadResult[]): number {
  for (const { sent, accepted: taken } of results) {
    if (taken !== sent) throw new Error(`Of ${sent} requests only ${taken} were answered 202.`);
  }
  return results.reduce((sum, result) => sum + result.accepted, 0);
}

function compare({ size, connections }: (typeof cells)[number], ours: Middle, theirs: Middle): Aim {
  const ratio = Math.round((ours.perSecond / theirs.perSecond) * 1000) / 1000;
  const figures = (one: Middle) =>
    `${one.perSecond.toFixed(0).padStart(6)}/s  p50 ${one.p50.toFixed(1)} ms  p99 ${one.p99.toFixed(1)} ms`;
  const name = `ingest ${size}, ${connections} ${connections === 1 ? 'connection' : 'connections'}, ours to reference`;
  console.log(`  ${size} over ${connections}: ours ${figures(ours)} | reference ${figures(theirs)}`);
  return { name, value: ratio, aim, met: ratio >= aim, kind: 'ratio' };
}
