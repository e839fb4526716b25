import { setTimeout as wait } from 'node:timers/promises';
import type { WebhookAddress } from './address-of.ts';

/** What a request came to: the status (0 where no answer came), the answer's id and status word, or why it failed. */
export type SendResult = { status: number; id: string | null; said: string };

const atOnce = 16;

/**
 * Sends `count` requests in turn, at most `rate` a second (null: as fast as sixteen connections go), and tells of
 * each as it is answered.
 */
export async function sendAll(
  address: WebhookAddress,
  bodies: (number: number) => string,
  { count, rate, told }: { count: number; rate: number | null; told: (result: SendResult) => void },
): Promise<void> {
  const began = performance.now();
  let next = 0;
  const sendSome = async () => {
    while (next < count) {
      const number = next++;
      if (rate !== null) await wait(Math.max(0, began + (number * 1000) / rate - performance.now()));
      told(await sendOne(address, bodies(number)));
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, count) }, sendSome));
}

async function sendOne({ url, headers }: WebhookAddress, body: string): Promise<SendResult> {
  try {
    const answer = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(30_000) });
    const text = await answer.text();
    const read = readAnswer(text);
    return {
      status: answer.status,
      id: read.id ?? null,
      said: read.status ?? read.detail ?? read.title ?? text.slice(0, 200),
    };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { status: 0, id: null, said: `no answer (${cause instanceof Error ? cause.message : cause})` };
  }
}

function readAnswer(text: string): Partial<Record<'id' | 'status' | 'detail' | 'title', string>> {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read !== 'object' || read === null) return {};
    return Object.fromEntries(Object.entries(read).filter(([, value]) => typeof value === 'string'));
  } catch {
    return {};
  }
}
