import path from 'node:path';
import type pg from 'pg';
import { type Db, openDatabase } from '#lib/db/database.ts';
import { migrate } from '#lib/db/migrate.ts';
import type { Aim, Bench } from '../bench.ts';
import { startFreshPostgres } from '../stack/start-fresh-postgres.ts';
import { knownOf } from './known-of.ts';
import { type Loaded, load } from './load.ts';
import { plansOf, writePlans } from './plans.ts';
import { type Question, questionsOf } from './questions.ts';

/** Below this many rows the database may read a whole table and be right. */
const fewestForPlans = 200_000;
/** Questions of each kind that are asked before the measured ones. */
const warming = 10;

/** Lists, filters, searches and counts of the event log and of the cases, as the server answers them, over a million events. */
export const search: Bench = {
  name: 'search',
  summary:
    'lists, filters and searches of the event log, of cases and of deliveries over a million events (--explain writes docs/search-plans.md)',
  run: async ({ quick, explain = false }) => {
    const events = Number(process.env.BENCH_EVENTS ?? (quick ? 20_000 : 1_000_000));
    const rounds = quick ? 10 : 100;
    const postgres = await startFreshPostgres(path.resolve('.data', 'bench-search'));
    try {
      await migrate(postgres.url);
      const began = performance.now();
      const loaded = await load(postgres.url, events);
      const { db, pool, close } = openDatabase(postgres.url, { connections: 4 });
      try {
        await tellLoad(pool, loaded, (performance.now() - began) / 1000);
        const questions = questionsOf(loaded, await knownOf(pool, loaded));
        const aims: Aim[] = [];
        for (const question of questions) aims.push(await measure(db, question, rounds));
        if (explain || events >= fewestForPlans) {
          const plans = await plansOf(postgres.url, questions);
          if (explain) writePlans('docs/search-plans.md', loaded, plans);
        }
        return aims;
      } finally {
        await close();
      }
    } finally {
      await postgres.remove();
    }
  },
};

async function measure(db: Db, question: Question, rounds: number): Promise<Aim> {
  const took: number[] = [];
  const found: number[] = [];
  // The first ones warm what a server that runs for longer than a minute has warm, by other homeowners than the measured ones.
  for (let time = -warming; time < rounds; time++) {
    const began = performance.now();
    const count = await question.ask(db, time + warming);
    if (time < 0) continue;
    took.push(performance.now() - began);
    found.push(count);
  }
  if (question.finds !== false && found.every((count) => count === 0)) {
    throw new Error(`“${question.name}” found nothing where something is.`);
  }
  took.sort((one, other) => one - other);
  const at = (share: number) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  const p95 = Math.round(at(0.95) * 10) / 10;
  const most = Math.max(...found);
  console.log(
    `  ${question.name.padEnd(56)} p50 ${at(0.5).toFixed(1).padStart(6)} ms  p95 ${p95.toFixed(1).padStart(6)} ms  ${most} found`,
  );
  return {
    name: `${question.name}, p95 in ms`,
    value: p95,
    aim: question.aim,
    met: p95 <= question.aim,
    kind: 'absolute',
  };
}

async function tellLoad(
  pool: pg.Pool,
  { events, records, words, homeowners, deliveries, cases, sizes }: Loaded,
  seconds: number,
): Promise<void> {
  const { rows } = await pool.query<{ size: string; search: string; record_words: string }>(
    `SELECT pg_size_pretty(pg_database_size(current_database())) AS size,
            pg_size_pretty(pg_total_relation_size('event_search')) AS search,
            pg_size_pretty(pg_total_relation_size('record_word')) AS record_words`,
  );
  const [stored] = rows;
  console.log(
    `  loaded ${events} events of ${homeowners} homeowners, ${records} records with ${words} words, ${deliveries} deliveries, ${cases} cases in ${seconds.toFixed(0)} s`,
  );
  console.log(
    `  bodies ${sizes.p50} B at p50, ${sizes.p95} B at p95, ${sizes.p99} B at p99, ${sizes.most} B at most`,
  );
  console.log(
    `  database ${stored?.size}, of which event_search ${stored?.search}, record_word ${stored?.record_words}`,
  );
}
