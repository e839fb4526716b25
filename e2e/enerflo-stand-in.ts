import type { Page } from '@playwright/test';
import {
  type StandInEnerflo,
  sandboxApiKey,
  startEnerflo,
} from '../scripts/sandbox/enerflo/start-enerflo.ts';

export type { StandInEnerflo };

/** A stand-in Enerflo on a free port, in this process, so that a test can look at what came and change what it has. */
export function startStandIn(): Promise<StandInEnerflo> {
  return startEnerflo({ port: 0, seed: 7 });
}

/** Sets the API key of the first Enerflo account, as an admin who is signed in on the page; gives the account's id. */
export async function giveKey(page: Page, key = sandboxApiKey): Promise<string> {
  return await page.evaluate(async (value) => {
    const list = await (await fetch('/api/connections')).json();
    const account = list.items.find((each: { source: string }) => each.source === 'enerflo');
    const answer = await fetch(`/api/connections/${account.id}/secrets/enerflo.api-key`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ value }),
    });
    if (!answer.ok) throw new Error(`The key was not taken: ${answer.status} ${await answer.text()}`);
    return account.id as string;
  }, key);
}

/** Removes the API key that `giveKey` set, where one is set. */
export async function takeKey(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const list = await (await fetch('/api/connections')).json();
    const account = list.items.find((each: { source: string }) => each.source === 'enerflo');
    const answer = await fetch(`/api/connections/${account.id}/secrets/enerflo.api-key`, {
      method: 'DELETE',
    });
    if (!answer.ok && answer.status !== 404) throw new Error(`The key was not removed: ${answer.status}`);
  });
}

/** Requests that changed something in the stand-in, newest last: method, path and data. */
export function writesTo(standIn: StandInEnerflo): { method: string; path: string; body: unknown }[] {
  return standIn.received
    .list()
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path, body }) => ({ method, path, body: body === '' ? null : JSON.parse(body) }));
}
