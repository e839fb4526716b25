import type { WorkerPart } from '#lib/delivery/worker.ts';

/** What workers do besides applying events and sending deliveries. A new part is a line here. */
export const workerParts: readonly WorkerPart[] = [];
