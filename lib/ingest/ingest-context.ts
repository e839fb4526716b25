import { Counter, register } from 'prom-client';
import type { Db } from '#lib/db/database.ts';
import { log } from '#lib/log.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import { type Batcher, createBatcher } from './batcher.ts';
import { createEndpointDirectory, type EndpointDirectory } from './endpoint-directory.ts';
import type { EventDraft } from './event-draft.ts';
import { createHeldBytes, type HeldBytes } from './held-bytes.ts';
import { answerTime } from './in-time.ts';
import { createRefusalKeeper, type RefusalKeeper } from './refusals.ts';
import { splitBatch } from './split-batch.ts';
import { type BatchOutcome, storeBatch } from './store-batch.ts';

/** What taking in a webhook needs; one a process, shared by both doors. */
export type IngestContext = {
  box: SecretBox;
  /** Seconds in which the same content counts as a copy. */
  window: number;
  directory: EndpointDirectory;
  batcher: Batcher<EventDraft, BatchOutcome>;
  refusals: RefusalKeeper;
  /** The bytes of bodies in memory, of all requests together. */
  heldBytes: HeldBytes;
  counted: { refused: (source: string, reason: string) => void };
  /** Says that a request could not be stored; once a second at most, so that a flood in an outage does not flood the log. */
  failed: (error: unknown, requestId: string) => void;
};

export function createIngestContext(db: Db, box: SecretBox, window: number): IngestContext {
  const events = counter('heliograph_events_total', 'Events taken in', ['status']);
  const refusals = counter('heliograph_refusals_total', 'Requests refused', ['source', 'reason']);
  let quietUntil = 0;
  let unsaid = 0;
  return {
    box,
    window,
    directory: createEndpointDirectory(db),
    batcher: createBatcher({
      concurrency: 2,
      split: splitBatch,
      patience: answerTime,
      run: async (drafts) => {
        const outcomes = await storeBatch(db, drafts);
        for (const outcome of outcomes) events.inc({ status: outcome.status });
        return outcomes;
      },
    }),
    refusals: createRefusalKeeper(db),
    heldBytes: createHeldBytes(),
    counted: { refused: (source, reason) => refusals.inc({ source, reason }) },
    failed: (error, requestId) => {
      events.inc({ status: 'failed' });
      unsaid++;
      if (performance.now() < quietUntil) return;
      log().error({ err: error, requestId, requests: unsaid }, 'webhooks could not be stored');
      quietUntil = performance.now() + 1_000;
      unsaid = 0;
    },
  };
}

/** The counter of this name; there is one for all contexts of the process. */
function counter(name: string, help: string, labelNames: string[]): Counter {
  const known = register.getSingleMetric(name);
  return known instanceof Counter ? known : new Counter({ name, help, labelNames });
}
