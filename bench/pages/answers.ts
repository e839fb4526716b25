import type { Page } from '@playwright/test';
import type { Aim } from '../bench.ts';
import { atMost } from './at-most.ts';
import { interactionsSoFar, p95 } from './measure-page.ts';
import { rows } from './sign-in.ts';

/** A person types into the search, goes down the list, opens and closes by keys and by the mouse. */
export async function answers(page: Page, times: number): Promise<Aim[]> {
  const grid = page.getByRole('grid', { name: 'Events' });
  const typed: number[] = [];
  const walked: number[] = [];
  const opened = () => page.waitForFunction(() => location.search.includes('event='));
  for (let time = 0; time < times; time++) {
    await page.keyboard.press('/');
    await page.keyboard.type('bauer', { delay: 60 });
    await page.waitForFunction(() => location.search.includes('q=bauer'));
    await page.keyboard.press('Escape');
    // A new document begins to measure anew: what this one saw is taken before.
    typed.push(...(await interactionsSoFar(page)));
    await page.goto('/events');
    await page.waitForSelector(rows);
    await grid.focus();
    for (const key of ['j', 'j', 'j', 'k', 'Enter']) await page.keyboard.press(key, { delay: 40 });
    await opened();
    await page.keyboard.press('Escape');
    await grid.getByRole('row').nth(5).click();
    await opened();
    await page.keyboard.press('Escape');
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 3_000);
    await page.mouse.wheel(0, -3_000);
    walked.push(...(await interactionsSoFar(page)));
    await page.goto('/events');
    await page.waitForSelector(rows);
  }
  if (typed.length === 0 || walked.length === 0)
    throw new Error(`Of ${typed.length} answers to typing and ${walked.length} in the list, some were lost.`);
  console.log(`  ${typed.length} answers to typing, ${walked.length} in the list`);
  const every = [...typed, ...walked];
  return [
    atMost('from key or click to the next paint, p95 (ms)', p95(every), 100),
    atMost('from a key in the search to the next paint, p95 (ms)', p95(typed), 100),
  ];
}
