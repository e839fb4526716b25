import { expect, type Page } from '@playwright/test';
import { askWell } from './ask.ts';

export type AppliedEvent = { outcome: string; records: { kind: string; recordId: string | null }[] };

/** An event once the worker is through with it, as the person signed in on the page may read it. */
export async function appliedEvent(page: Page, id: string): Promise<AppliedEvent> {
  let event: AppliedEvent | undefined;
  await expect
    .poll(async () => {
      event = await askWell(page, 'GET', `/api/events/${id}`);
      return event?.outcome;
    })
    .not.toBe('received');
  if (!event) throw new Error('unreachable');
  return event;
}
