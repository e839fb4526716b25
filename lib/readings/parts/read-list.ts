import type { Page } from '#lib/enerflo/read-pages.ts';
import type { JsonObject } from '#lib/json.ts';
import { type Brought, keepFetched } from '../keep-fetched.ts';
import { partOf, type ReadingJob } from '../reading-job.ts';
import type { ReadingPart } from '../reading-kinds.ts';
import { databaseNow } from '../tell-fetched.ts';

/** Rows of one step: few where each needs requests of its own. */
const FEW_ROWS = 20;
const MANY_ROWS = 200;

type ListPart = {
  part: ReadingPart;
  /** The pages of the list, from this one. */
  pages: (from: number) => AsyncGenerator<Page, void>;
  /** What rows of a page tell. `after` is what `mark` gave for the rows before them. */
  read: (rows: readonly JsonObject[], after: string | null) => Promise<Brought>;
  mark?: (rows: readonly JsonObject[], after: string | null) => string | null;
  /** What the end of the list tells. */
  end?: (after: string | null) => Promise<Brought>;
  /** Whether each row needs requests of its own. */
  asks?: boolean;
};

/**
 * Reads a list from where its part stands, step by step, until its end or until the run is due to end. Rows that slip
 * to another page meanwhile are read twice, which does no harm.
 */
export async function readList(job: ReadingJob, list: ListPart): Promise<void> {
  const { part, pages, end } = list;
  const reading = pages(partOf(job, part).page);
  while (!job.due()) {
    const begun = Date.now();
    const at = await databaseNow(job.access.db);
    const next = await reading.next();
    if (next.done) {
      const brought = (await end?.(partOf(job, part).after)) ?? { fetched: [], skipped: [] };
      await keepFetched(job, part, { done: true }, { at, ...brought });
      return;
    }
    await readPage(job, list, next.value, { at, begun });
  }
}

async function readPage(
  job: ReadingJob,
  { part, read, mark, asks = false }: ListPart,
  { rows, total, page }: Page,
  asked: { at: Date; begun: number },
): Promise<void> {
  const size = asks ? FEW_ROWS : MANY_ROWS;
  let { at, begun } = asked;
  const start = partOf(job, part);
  for (let row = start.page === page ? start.row : 0; row < rows.length; row += size) {
    // What a step asks for itself is as new as the step.
    if (asks) at = await databaseNow(job.access.db);
    const some = rows.slice(row, row + size);
    const { after, read: before, ms } = partOf(job, part);
    const brought = await read(some, after);
    const place = row + size < rows.length ? { page, row: row + size } : { page: page + 1, row: 0 };
    const now = Date.now();
    const count = { total, read: before + some.length, ms: ms + (now - begun) };
    await keepFetched(
      job,
      part,
      { ...place, ...count, after: mark?.(some, after) ?? null },
      { at, ...brought },
    );
    begun = now;
    if (job.due()) return;
  }
}
