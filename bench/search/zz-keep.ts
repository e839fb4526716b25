import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { migrate } from '#lib/db/migrate.ts';
import { startFreshPostgres } from '../stack/start-fresh-postgres.ts';
import { load } from './load.ts';

const pgs = await startFreshPostgres(path.resolve('.data', 'bench-keep'));
await migrate(pgs.url);
const began = performance.now();
const loaded = await load(pgs.url, Number(process.env.BENCH_EVENTS ?? 1_000_000));
console.log('loaded in', Math.round((performance.now() - began) / 1000));
writeFileSync('/tmp/hA/keep.json', JSON.stringify({ url: pgs.url, loaded }));
process.on('SIGTERM', async () => {
  await pgs.remove();
  process.exit();
});
setInterval(() => {}, 1000);
