import { setTimeout as wait } from 'node:timers/promises';
import { updateInstall } from '../ingest/update-install.ts';
import { seeded } from '../seeded.ts';

/**
 * Sends `count` different webhooks to `url`, `perSecond` of them each second, evenly; throws if one is not taken.
 * Gives how long it took, in seconds.
 */
export async function sendEvenly(
  url: string,
  { count, perSecond, firstId }: { count: number; perSecond: number; firstId: number },
): Promise<number> {
  const made = seeded(firstId);
  const startedAt = performance.now();
  const under: Promise<void>[] = [];
  for (let sent = 0; sent < count; sent++) {
    const due = startedAt + (sent * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await wait(early);
    under.push(sendOne(url, updateInstall(made, String(firstId + sent))));
  }
  await Promise.all(under);
  return (performance.now() - startedAt) / 1_000;
}

async function sendOne(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const answer = await fetch(url, { method: 'POST', headers, body });
  await answer.arrayBuffer();
  if (answer.status !== 202) throw new Error(`A webhook was answered ${answer.status}.`);
}
