import { doubtfulActionsPart } from '#lib/actions/look-for-doubtful.ts';
import { bulkPart } from '#lib/bulk/bulk-part.ts';
import { stoppedBulksPart } from '#lib/bulk/stopped-bulks-part.ts';
import type { WorkerPart } from '#lib/delivery/worker.ts';
import { catchUpPart } from '#lib/readings/catch-up-part.ts';
import { readingsPart } from '#lib/readings/readings-part.ts';
import { wantedPart } from '#lib/readings/wanted-part.ts';
import { projections } from './projections.ts';

/** What workers do besides applying events and sending deliveries. A new part is a line here. */
export const workerParts: readonly WorkerPart[] = [
  doubtfulActionsPart(projections.records),
  bulkPart(projections.records),
  stoppedBulksPart,
  readingsPart(projections.records),
  wantedPart(projections.records),
  catchUpPart,
];
