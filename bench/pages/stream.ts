import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Aim } from '../bench.ts';
import { sendEvenly } from './arrivals.ts';
import { atMost, promised } from './at-most.ts';
import { heapInUse } from './measure-page.ts';
import { rows } from './sign-in.ts';

/** Where the webhooks go, how many, and the number of the first thing that they are about. */
type Arrivals = { door: string; count: number; firstId: number };

/** Events come at 100 a second while somebody reads further down: what he reads stays where it is. */
export async function streamBelow(page: Page, arrivals: Arrivals): Promise<Aim[]> {
  await page.goto('/events');
  await page.waitForSelector(rows);
  await page.mouse.move(600, 500);
  await page.mouse.wheel(0, 1_500);
  await page.waitForFunction(() => (document.querySelector('[role=grid]')?.scrollTop ?? 0) > 1_000);
  const before = await place(page);
  const { longest, heap } = await whileTheyCome(page, arrivals);
  const after = await place(page);
  return [
    atMost('longest freeze while events come (ms)', longest, 200),
    promised('rows that moved under the reader (px)', Math.abs(after.top - before.top), 0),
    promised('another row under the reader', after.text === before.text ? 0 : 1, 0),
    atMost('heap after the second half, beside the first', heap, 1.2),
  ];
}

/** The same at the top of the list, where rows flow in, while one event is selected and another one open beside it. */
export async function streamAtTop(page: Page, arrivals: Arrivals): Promise<Aim[]> {
  await page.goto('/events');
  await page.waitForSelector(rows);
  await page.getByRole('grid', { name: 'Events' }).focus();
  for (const key of ['j', 'x', 'j', 'Enter']) await page.keyboard.press(key, { delay: 40 });
  await page.waitForFunction(() => location.search.includes('event='));
  await page.getByText('1 event selected').waitFor();
  await page.waitForSelector('aside article h2');
  const before = { ...(await chosen(page)), ...(await place(page)) };
  const { longest, heap } = await whileTheyCome(page, arrivals);
  const after = { ...(await chosen(page)), ...(await place(page)) };
  if (after.text === before.text || after.scrolled !== 0)
    throw new Error('No row came in at the top of the list.');
  const same =
    after.open === before.open && after.title === before.title && after.selected === before.selected;
  return [
    atMost('longest freeze while rows come in at the top (ms)', longest, 200),
    promised(
      'the open event moved while rows come in at the top (px)',
      Math.abs(after.titleTop - before.titleTop),
      0,
    ),
    promised('another event open or selected after that', same ? 0 : 1, 0),
    atMost('heap after the second half of that, beside the first', heap, 1.2),
  ];
}

/** Sends them, and gives the longest freeze (ms) and by how many times the heap grew in the second half. */
async function whileTheyCome(
  page: Page,
  { door, count, firstId }: Arrivals,
): Promise<{ longest: number; heap: number }> {
  const client = await page.context().newCDPSession(page);
  const before = await heapInUse(client);
  await page.evaluate(() => {
    window.measured.longest = 0;
  });
  const half = { count: count / 2, perSecond: 100 };
  await sendEvenly(door, { ...half, firstId });
  const middle = await heapInUse(client);
  await sendEvenly(door, { ...half, firstId: firstId + count / 2 });
  await wait(1_000);
  const after = await heapInUse(client);
  const longest = await page.evaluate(() => window.measured.longest);
  await client.detach();
  console.log(`  heap ${before.toFixed(1)} → ${middle.toFixed(1)} → ${after.toFixed(1)} MB`);
  return { longest, heap: after / middle };
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

/** Which event is open, where its title stands, and what the list says of the selected ones. */
function chosen(page: Page) {
  return page.evaluate(() => {
    const title = document.querySelector('aside article h2');
    const said = [...document.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);
    return {
      open: new URLSearchParams(location.search).get('event'),
      title: title?.textContent,
      titleTop: title?.getBoundingClientRect().top ?? 0,
      selected: said.find((text) => text?.includes('selected'))?.slice(0, 30),
      scrolled: document.querySelector('[role=grid]')?.scrollTop,
    };
  });
}
