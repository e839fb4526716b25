import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { Aim, Bench } from '../bench.ts';
import { startStack } from '../stack/start-stack.ts';
import { sendEvenly } from './arrivals.ts';
import { heapInUse, loadedScripts, p95, watchPage } from './measure-page.ts';

const admin = { email: 'ada@example.com', password: 'for-measuring-only' };
const rows = '[role=grid] [role=gridcell]';
const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

/** The event log in a real browser: how soon it is there, how soon it answers, and whether a stream of events moves it. */
export const pages: Bench = {
  name: 'pages',
  summary:
    'the event log in a browser: first content, time to the next paint, JavaScript, and 100 events a second',
  run: async ({ quick }) => {
    const stack = await startStack('bench', {
      ADMIN_EMAIL: admin.email,
      ADMIN_PASSWORD: admin.password,
    });
    const web = await stack.startWeb();
    const worker = stack.startWorker();
    const url = `http://127.0.0.1:${stack.webPort}`;
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: flags,
    });
    try {
      const door = `${url}${stack.enerfloPath}`;
      await sendEvenly(door, { count: 300, perSecond: 300, firstId: 1 });
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: url });
      await watchPage(page);
      await signIn(page);
      return [
        ...(await firstContent(browser, url, quick ? 2 : 10)),
        ...(await answers(page, quick ? 1 : 5)),
        ...(await stream(page, door, quick ? 1_000 : 10_000)),
      ];
    } finally {
      await browser.close();
      await Promise.all([web.stop(), worker.stop()]);
      await stack.postgres.remove();
    }
  },
};

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/events**');
  await page.waitForSelector(rows);
}

/**
 * The log in a tab of its own, which keeps nothing from a visit before: in a browser that has loaded nothing yet, and
 * then in one that has the scripts in its cache.
 */
async function firstContent(browser: Browser, url: string, times: number): Promise<Aim[]> {
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
  return [
    atMost('first rows, p95 with an empty cache (ms)', p95(cold), 1_000),
    atMost('first rows, p95 of loads after (ms)', p95(warm), 1_000),
    atMost('JavaScript of the event log (KB, compressed)', scripts, 250),
  ];
}

/** A person types into the search, goes down the list, opens and closes. */
async function answers(page: Page, times: number): Promise<Aim[]> {
  const grid = page.getByRole('grid', { name: 'Events' });
  for (let time = 0; time < times; time++) {
    await page.keyboard.press('/');
    await page.keyboard.type('bauer', { delay: 60 });
    await page.waitForFunction(() => location.search.includes('q=bauer'));
    await page.keyboard.press('Escape');
    await page.goto('/events');
    await page.waitForSelector(rows);
    await grid.focus();
    for (const key of ['j', 'j', 'j', 'k', 'Enter']) await page.keyboard.press(key, { delay: 40 });
    await page.waitForFunction(() => location.search.includes('event='));
    await page.keyboard.press('Escape');
    await page.mouse.move(600, 500);
    await page.mouse.wheel(0, 3_000);
    await page.mouse.wheel(0, -3_000);
  }
  await wait(300);
  const taken = await page.evaluate(() => window.measured.interactions);
  return [atMost('from key or click to the next paint, p95 (ms)', p95(taken), 100)];
}

/** Events come at 100 a second while somebody reads further down: what he reads stays where it is. */
async function stream(page: Page, door: string, count: number): Promise<Aim[]> {
  await page.goto('/events');
  await page.waitForSelector(rows);
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 1_500);
  await page.waitForFunction(() => (document.querySelector('[role=grid]')?.scrollTop ?? 0) > 1_000);
  const client = await page.context().newCDPSession(page);
  const before = await place(page);
  const heapBefore = await heapInUse(client);
  await page.evaluate(() => {
    window.measured.longest = 0;
  });
  const half = { count: count / 2, perSecond: 100 };
  await sendEvenly(door, { ...half, firstId: 10_000 });
  const heapHalf = await heapInUse(client);
  await sendEvenly(door, { ...half, firstId: 10_000 + count / 2 });
  await wait(1_000);
  const heapAfter = await heapInUse(client);
  const longest = await page.evaluate(() => window.measured.longest);
  const after = await place(page);
  await client.detach();
  console.log(`  heap ${heapBefore.toFixed(1)} → ${heapHalf.toFixed(1)} → ${heapAfter.toFixed(1)} MB`);
  return [
    atMost('longest freeze while events come (ms)', longest, 200),
    atMost('rows that moved under the reader (px)', Math.abs(after.top - before.top), 0),
    atMost('another row under the reader', after.text === before.text ? 0 : 1, 0),
    atMost('heap after the second half, beside the first', heapAfter / heapHalf, 1.2),
  ];
}

/** The first row that is whole on the screen: which one, and where. */
function place(page: Page): Promise<{ text: string; top: number }> {
  return page.evaluate(() => {
    const scroller = document.querySelector('[role=grid]');
    const edge = scroller?.getBoundingClientRect().top ?? 0;
    for (const row of document.querySelectorAll('[role=grid] [role=row]')) {
      const { top } = row.getBoundingClientRect();
      const { id } = row;
      if (top >= edge + 40 && id) return { text: id, top };
    }
    return { text: '', top: 0 };
  });
}

function atMost(name: string, value: number, aim: number): Aim {
  const rounded = Math.round(value * 10) / 10;
  return { name, value: rounded, aim, met: rounded <= aim, kind: 'absolute' };
}
