import type { Bench } from './bench.ts';
import { ingest } from './ingest/ingest.ts';
import { pages } from './pages/pages.ts';
import { search } from './search/search.ts';

/** Every bench, in the order they run. A new one is a folder and a line here. */
export const benches: readonly Bench[] = [ingest, search, pages];
