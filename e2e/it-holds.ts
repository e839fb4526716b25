import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Nothing of it ran, and nothing goes sideways, on a phone and on a large screen. */
export async function expectItHolds(page: Page, where: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    const sideways = () =>
      page
        .locator('html, main')
        .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
    await expect.poll(sideways, `${where.slice(0, 200)} at ${width}`).toBe(0);
    expect(await page.evaluate(() => window.ran), where.slice(0, 200)).toBeUndefined();
  }
}

/**
 * No text on the page holds a character that turns what follows, or a space that nobody sees: each has a mark in its
 * place. Data that is shown letter by letter to be copied, in a block of its own, is as it came.
 */
export async function expectNothingUnseen(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      const own = node.parentElement?.closest('pre, script, textarea');
      if (!own && /[\u200b\u202a-\u202e\ufeff]/.test(text))
        texts.push(node.parentElement?.outerHTML.slice(0, 300) ?? text);
    }
    return texts;
  });
  expect(found, where).toEqual([]);
}
