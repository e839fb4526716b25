import { z } from 'zod';
import { attemptStateNames, deliveryStateNames } from './delivery-states.ts';

const errorSchema = z.object({ code: z.string(), text: z.string() });

/** What a list of deliveries can be narrowed to. */
export const deliveryFilterSchema = z.object({
  state: z.enum(deliveryStateNames).optional(),
  flowId: z.guid().optional(),
  eventId: z.guid().optional(),
});

/** A delivery in a list. */
export const deliveryItemSchema = z.object({
  id: z.string(),
  state: z.enum(deliveryStateNames),
  eventId: z.string(),
  eventType: z.string(),
  /** Whom the event is about, as a line. Personal. */
  about: z.string().nullable(),
  flowId: z.string(),
  flowName: z.string(),
  destinationId: z.string(),
  destinationName: z.string(),
  connectionId: z.string(),
  environment: z.string(),
  tries: z.number().int(),
  /** How many tries there are before it is given up; a person may start anew. */
  mostTries: z.number().int(),
  /** When the next try is due; null where none is, and where one of the same record in front of it was found. */
  dueAt: z.string().nullable(),
  error: errorSchema.nullable(),
  createdAt: z.string(),
  /** When it came to its end; null while it has none, and while it is in doubt. */
  settledAt: z.string().nullable(),
});

/** One HTTP exchange. Credentials are masked before it is stored. */
export const attemptSchema = z.object({
  id: z.string(),
  number: z.number().int(),
  state: z.enum(attemptStateNames),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  request: z.object({
    method: z.string(),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    /** The body was longer than is kept (64 KB). */
    bodyTruncated: z.boolean(),
  }),
  requestBody: z.string(),
  responseStatus: z.number().int().nullable(),
  responseHeaders: z.record(z.string(), z.string()).nullable(),
  responseBody: z.string().nullable(),
  error: errorSchema.nullable(),
});

/** A delivery with all its tries, newest first. */
export const deliveryDetailSchema = deliveryItemSchema.extend({
  flowVersion: z.number().int(),
  ordering: z.enum(['every', 'latest']),
  idempotencyKey: z.string(),
  canSendAgain: z.boolean(),
  canSkip: z.boolean(),
  /** Deliveries of the same record that wait for this one. */
  waitingBehind: z.number().int(),
  attempts: z.array(attemptSchema),
});

export type DeliveryFilter = z.infer<typeof deliveryFilterSchema>;
export type DeliveryItem = z.infer<typeof deliveryItemSchema>;
export type AttemptDto = z.infer<typeof attemptSchema>;
export type DeliveryDetail = z.infer<typeof deliveryDetailSchema>;
