import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { askWell } from './ask.ts';

export type OwnAccount = {
  id: string;
  name: string;
  /** Sends a body to its address; gives the id of the event. */
  tell: (body: unknown) => Promise<string>;
};

/** Makes an account of its own by the API, as the admin signed in on the page: no other spec meets what it hears. */
export async function ownAccount(page: Page, source: 'enerflo' | 'crm', word: string): Promise<OwnAccount> {
  const name = `${word} ${randomUUID().slice(0, 8)}`;
  const made = await askWell(page, 'POST', '/api/connections', { source, environment: 'sandbox', name });
  const tell = async (body: unknown): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(made.secret.url, { method: 'POST', headers, body: JSON.stringify(body) });
    const answer: { id: string } = await response.json();
    if (response.status !== 202) throw new Error(`answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer.id;
  };
  return { id: made.connection.id, name, tell };
}
