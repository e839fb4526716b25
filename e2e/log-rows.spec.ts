import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { askWell } from './ask.ts';
import { find, grid, person, rowTexts } from './event-list.ts';
import { expect, test } from './fixtures.ts';

/** As Enerflo 2.0 tells of a new customer, with an id and a name of his own. */
function customerOf2(last: string) {
  const customer = { id: randomUUID(), firstName: 'Newer', lastName: last, email: 'newer@example.com' };
  const payload = { targetOrg: randomUUID(), initiatedBy: randomUUID(), customer };
  return { event: 'customer.created', payload };
}

const rowOf = (page: Page, words: string): Locator => grid(page).getByRole('row').filter({ hasText: words });

test('a row says which version of an event it is, from which account, and how often it came, with and without room', async ({
  page,
  send,
  signIn,
}) => {
  const name = `R${randomUUID().slice(0, 4)}`;
  await signIn();
  const { secret } = await askWell(page, 'POST', '/api/connections', {
    source: 'enerflo',
    environment: 'sandbox',
    name,
  });
  const body = JSON.stringify(person(1_040_001, 'Ruth', 'Rowsome'));
  const headers = { 'content-type': 'application/json' };
  for (const _ of ['first', 'copy', 'copy'])
    expect((await fetch(secret.url, { method: 'POST', headers, body })).status).toBe(202);
  await send.enerflo(customerOf2('Rowsome'));
  await page.goto('/events');
  const one = rowOf(page, 'Ruth Rowsome');
  const two = rowOf(page, 'Newer Rowsome');
  await find(page, 'Rowsome');
  await expect(one).toHaveCount(1);

  // Columns of their own where there is room.
  await expect(one).toContainText('New customer (1.0)');
  await expect(two).toContainText('New customer (2.0)');
  await expect(grid(page).getByRole('columnheader', { name: 'Account' })).toBeVisible();
  await expect(one.getByRole('gridcell', { name: `Enerflo ${name}` })).toBeVisible();
  await expect(one.getByRole('gridcell', { name: '3 times', exact: true })).toBeVisible();

  // Beside an open detail they have none.
  await two.click();
  await expect(page.getByRole('complementary', { name: 'Event' })).toBeVisible();
  await expect(grid(page).getByRole('columnheader', { name: 'Account' })).toHaveCount(0);
  await expectAllSaid(page, one, two, name);
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 390, height: 800 });
  await expectAllSaid(page, one, two, name);
});

/** What the columns would say stands in the rows, whole, and nothing is wider than the list. */
async function expectAllSaid(page: Page, one: Locator, two: Locator, name: string): Promise<void> {
  await expect(one.getByText('New customer (1.0)')).toBeVisible();
  await expect(two.getByText('New customer (2.0)')).toBeVisible();
  await expect(one.getByText(`Enerflo ${name}`)).toBeVisible();
  await expect(one.getByText('sandbox', { exact: true })).toBeVisible();
  await expect(one.getByTitle('Came 3 times')).toHaveText('×3came 3 times');
  await expect(two.getByText('Enerflo', { exact: true })).toBeVisible();
  await expect(two.getByTitle(/^Came/)).toHaveCount(0);
  const cut = await one
    .getByText(/^(New customer \(1\.0\)|Enerflo R.*)$/)
    .evaluateAll((all) =>
      all.filter((each) => each.scrollWidth > each.clientWidth).map((each) => each.textContent),
    );
  expect(cut).toEqual([]);
  expect(await grid(page).evaluate((list) => list.scrollWidth - list.clientWidth)).toBeLessThanOrEqual(0);
}

test('a row stays under the pointer that presses it, whatever comes in meanwhile', async ({
  page,
  send,
  signIn,
}) => {
  await send.enerflo(person(1_040_011, 'Aimed', 'Presswell'));
  await signIn();
  await find(page, 'Presswell');
  const aimed = rowOf(page, 'Aimed Presswell');
  await aimed.hover({ position: { x: 300, y: 10 } });
  const place = await aimed.boundingBox();
  await page.mouse.down();
  // The page reads in rounds: when the later one is read, the rows of the first are drawn.
  for (const [number, first] of ['Late', 'Later'].entries()) {
    const read = page.waitForResponse(
      async (answer) =>
        answer.url().includes('/api/events?') && (await answer.text()).includes(`${first} Pre`),
    );
    await send.enerflo(person(1_040_012 + number, first, 'Presswell'));
    await read;
  }
  expect(await aimed.boundingBox()).toEqual(place);
  await page.mouse.up();
  const detail = page.getByRole('complementary', { name: 'Event' });
  await expect(detail.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(detail).toContainText('Aimed Presswell');

  // Once the pointer has let go of the list, what waited is on top.
  await detail.hover();
  await expect.poll(async () => (await rowTexts(page))[0]).toContain('Later Presswell');
  await expect(rowOf(page, 'Late Presswell')).toHaveCount(1);
});
