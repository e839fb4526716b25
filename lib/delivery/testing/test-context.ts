import type pg from 'pg';
import { uuidv7 } from 'uuidv7';
import { parseAllowList } from '#lib/http/outbound/address-rules.ts';
import { deliverDue } from '../deliver-due.ts';
import type { DeliveryContext } from '../delivery-context.ts';
import { createRecorder } from '../recorder.ts';
import { testBox } from './factory.ts';

/** What sending needs, in this process, with retries due at once and all of loopback allowed. */
export function testContext(pool: pg.Pool, more: Partial<DeliveryContext> = {}): DeliveryContext {
  const giveUp = new AbortController().signal;
  const allow = parseAllowList(['127.0.0.0/8']);
  return {
    pool,
    box: testBox,
    workerId: uuidv7(),
    allow: () => allow,
    timeoutMs: 2_000,
    waits: [0, 0, 0],
    inFlight: new Set(),
    record: createRecorder(pool, giveUp),
    giveUp,
    ...more,
  };
}

/** Sends everything that is due. */
export function deliverAll(pool: pg.Pool, more: Partial<DeliveryContext> = {}): Promise<number | null> {
  return deliverDue(testContext(pool, more), { signal: new AbortController().signal });
}
