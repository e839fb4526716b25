import type { Browser } from '@playwright/test';
import type { Aim } from '../bench.ts';
import { atMost, promised } from './at-most.ts';
import { loadedScripts, p95, watchPage } from './measure-page.ts';
import { signIn } from './sign-in.ts';

/**
 * The log in a tab of its own, which keeps nothing from a visit before: in a browser that has loaded nothing yet, and
 * then in one that has the scripts in its cache.
 */
export async function firstContent(browser: Browser, url: string, times: number): Promise<Aim[]> {
  const viewport = { width: 1440, height: 900 };
  const before = await browser.newContext({ viewport, baseURL: url });
  await signIn(await before.newPage());
  const storageState = await before.storageState();
  await before.close();
  const cold: number[] = [];
  const warm: number[] = [];
  let scripts = 0;
  for (let time = 0; time < times; time++) {
    const context = await browser.newContext({ viewport, baseURL: url, storageState });
    for (const taken of [cold, warm]) {
      const page = await context.newPage();
      await watchPage(page);
      await page.goto('/events');
      await page.waitForFunction(() => window.measured.firstRow !== null);
      taken.push((await page.evaluate(() => window.measured.firstRow)) ?? 0);
      if (taken === cold) scripts = await loadedScripts(page);
      await page.close();
    }
    await context.close();
  }
  if (scripts === 0) throw new Error('No script of the page was counted.');
  return [
    atMost('first rows, p95 with an empty cache (ms)', p95(cold), 1_000),
    atMost('first rows, p95 of loads after (ms)', p95(warm), 1_000),
    promised('JavaScript of the event log (KB, compressed)', scripts, 250),
  ];
}
