import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

/** One distinct event as the sender knows it. */
export type Sent = {
  number: number;
  body: Buffer<ArrayBuffer>;
  /** Requests that left, and the ids that 202 answers gave. */
  tries: number;
  acknowledged: string[];
};

/** A sender in full swing. `finish` lets it end what it has begun and gives all it sent. */
export type Sender = { finish: () => Promise<Sent[]> };

const connections = 6;
const perSecond = 100;
const patience = 60_000;

/**
 * Sends distinct events numbered from `firstNumber`, about a hundred a second, and copies of them now and then.
 * Like a real sender it takes anything but a 202 as not accepted, and sends the same bytes again until it is.
 */
export function startSender(url: string, firstNumber: number): Sender {
  const sent: Sent[] = [];
  const again: Sent[] = [];
  let finishing = Number.POSITIVE_INFINITY;

  const next = (): Sent => {
    const retry = again.shift();
    if (retry) return retry;
    const copied =
      sent.length > 0 && randomInt(10) === 0
        ? sent[sent.length - 1 - randomInt(Math.min(50, sent.length))]
        : null;
    if (copied) return copied;
    const number = firstNumber + sent.length;
    const one = { number, body: bodyOf(number), tries: 0, acknowledged: [] };
    sent.push(one);
    return one;
  };
  const run = async () => {
    while (Date.now() < finishing || (again.length > 0 && Date.now() < finishing + patience)) {
      const pause = wait(randomInt((2000 * connections) / perSecond));
      const one = next();
      one.tries += 1;
      const id = await post(url, one.body);
      if (id !== null) one.acknowledged.push(id);
      else again.push(one);
      await pause;
    }
  };
  const running = Promise.all(Array.from({ length: connections }, run));
  return {
    finish: async () => {
      finishing = Date.now();
      await running;
      return sent;
    },
  };
}

function bodyOf(number: number): Buffer<ArrayBuffer> {
  const body = {
    webhook_event: 'update_install',
    id: number,
    status: { id: randomInt(1, 400), name: 'Active' },
    agreement_id: randomBytes(randomInt(1, 4000)).toString('base64'),
    timestamps: { created_at: '2026-01-05 16:20:11', updated_at: '2026-02-05 16:20:11', timezone: 'UTC' },
  };
  return Buffer.from(JSON.stringify(body));
}

/** The event id of a 202; null for any other answer, and for none. */
async function post(url: string, body: Buffer<ArrayBuffer>): Promise<string | null> {
  try {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(10_000) });
    const read: { id: string } = JSON.parse(await answer.text());
    return answer.status === 202 ? read.id : null;
  } catch {
    return null;
  }
}
