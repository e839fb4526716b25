import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { sendDelivery } from './send-delivery.ts';
import { startReceiver } from './testing/receiver.ts';
import { testContext } from './testing/test-context.ts';

// Never connected to: sending needs no database.
const pool = new pg.Pool();
afterAll(() => closeOutbound());

const claim = (url: string, claimedAt: number) => ({
  id: 'd',
  eventId: 'e',
  number: 1,
  scheduleStep: 0,
  repeatSafe: false,
  claimedAt,
  work: { attemptId: 'a', request: { method: 'POST', url, headers: {}, secrets: [] }, body: '{}' },
});

test('a claim that has grown old while the process was frozen is not sent any more', async () => {
  const receiver = await startReceiver();
  const old = await sendDelivery(testContext(pool), claim(receiver.url, performance.now() - 5_000));
  expect(old).toMatchObject({
    attempt: { state: 'failed' },
    next: { state: 'retrying' },
    error: { code: 'NOT_SENT' },
  });
  expect(receiver.received).toEqual([]);
  const fresh = await sendDelivery(testContext(pool), claim(receiver.url, performance.now()));
  expect(fresh).toMatchObject({ attempt: { state: 'delivered' }, next: { state: 'delivered' }, error: null });
  await receiver.close();
});

test('a stopping process ends what is under way in doubt, and says why', async () => {
  const receiver = await startReceiver(() => {});
  const stop = new AbortController();
  const ending = sendDelivery(
    testContext(pool, { giveUp: stop.signal }),
    claim(receiver.url, performance.now()),
  );
  await receiver.until(1);
  stop.abort();
  expect(await ending).toMatchObject({
    next: { state: 'unknown' },
    error: { text: 'Heliograph was stopped before an answer came.' },
  });
  await receiver.close();
});
