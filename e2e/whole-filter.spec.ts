import type { Page } from '@playwright/test';
import { askWell } from './ask.ts';
import { find, grid, person, sendMany } from './event-list.ts';
import { expect, test } from './fixtures.ts';

test('all events that fit a filter, loaded or not, are marked as handled at once, and it can be undone', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  await send.enerflo(person(1_020_900, 'Nadja', 'Notmeant'));
  await sendMany(send, 70, 'Wholeman', 1_020_000);
  await signIn();
  await expect.poll(() => count(page, 'Wholeman')).toBe(70);
  await find(page, 'Wholeman');
  await expect(grid(page).getByText('Number69 Wholeman')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select row' }).first().check();
  await page.getByRole('button', { name: 'Select all that fit: 70' }).click();
  await expect(page.getByText('All 70 events that fit selected')).toBeVisible();

  await page.getByRole('button', { name: 'Mark as handled' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mark all 70 events that fit as handled' });
  await expect(dialog.getByText('at once')).toHaveCount(0);
  await dialog.getByRole('textbox', { name: /Note/ }).fill('Called them all');
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible();
    const sideways = await page
      .locator('html, main, dialog')
      .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
    expect(sideways, `${width}`).toBe(0);
  }
  await dialog.getByRole('button', { name: 'Mark as handled' }).click();
  await expect(page.getByText('70 events marked as handled', { exact: true })).toBeVisible();
  await expect(
    grid(page)
      .getByTitle(/Called them all/)
      .first(),
  ).toBeVisible();
  expect(await count(page, 'Wholeman', 'yes')).toBe(70);
  // Only they.
  expect(await count(page, 'Notmeant', 'yes')).toBe(0);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('70 events no longer marked as handled', { exact: true })).toBeVisible();
  await expect(grid(page).getByTitle(/Called them all/)).toHaveCount(0);
  expect(await count(page, 'Wholeman', 'yes')).toBe(0);
});

test('before a filter that fits very many is marked, it is said how many can be at once', async ({
  page,
  send,
  signIn,
}) => {
  test.setTimeout(120_000);
  await sendMany(send, 1_001, 'Verymany', 1_060_000);
  await signIn();
  await page.getByRole('checkbox', { name: 'Select row' }).first().check();
  await page.getByRole('button', { name: 'Select all that fit: 1,000+' }).click();
  await page.getByRole('button', { name: 'Mark as handled' }).click();
  const dialog = page.getByRole('dialog', { name: 'Mark all 1,000+ events that fit as handled' });
  await expect(dialog.getByText('At most 100,000 at once.')).toBeVisible();
});

/** How many events a search finds, of those that are handled or of all. */
async function count(page: Page, q: string, handled?: string): Promise<number> {
  const asked = new URLSearchParams({ q, ...(handled ? { handled } : {}) });
  return (await askWell(page, 'GET', `/api/events/count?${asked}`)).count;
}
