import { readFileSync } from 'node:fs';
import type { Browser, Page } from '@playwright/test';
import Papa from 'papaparse';
import { admin, expect, test } from './fixtures.ts';
import type { Installation } from './installation.ts';
import { addPerson } from './people.ts';

/** Signs somebody in with a browser of its own, and opens a page there. */
async function otherBrowser(
  browser: Browser,
  installation: Installation,
  who: { email: string; password: string },
  path: string,
): Promise<Page> {
  const context = await browser.newContext({ baseURL: installation.url });
  const page = await context.newPage();
  await page.goto(`/sign-in?${new URLSearchParams({ next: path })}`);
  await page.getByLabel('E-mail address').fill(who.email);
  await page.getByLabel('Password').fill(who.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`**${path}`);
  return page;
}

test('a change stands in the audit log with what it was and is, is found, and is exported', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn();
  await page.goto('/settings');
  const hide = page.getByRole('checkbox', { name: /Hide personal values/ });
  await hide.click();
  await expect(hide).toBeChecked();
  await expect(page.getByText('Viewers no longer see personal values', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(hide).not.toBeChecked();

  await page.getByRole('navigation', { name: 'Settings' }).getByRole('link', { name: 'Audit log' }).click();
  const grid = page.getByRole('grid', { name: 'Audit log' });
  await page.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Settings: changed a setting' });
  await expect(page).toHaveURL(/action=setting\.change/);
  await expect(grid.getByText('Signed in')).toHaveCount(0);
  await grid.getByText('Changed a setting').first().click();
  const detail = page.getByRole('complementary', { name: 'Entry' });
  await expect(detail.getByText('personal values hidden from viewers')).toBeVisible();
  await expect(detail.locator('del')).toHaveText(/yes/);
  await expect(detail.locator('ins')).toHaveText(/no/);
  await expectAccessible();
  await detail.getByRole('button', { name: 'All of this request' }).click();
  await expect(page).toHaveURL(/requestId=/);
  await expect(grid.getByRole('row')).toHaveCount(2);

  await page.getByRole('button', { name: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const file = await (await download).path();
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
    header: true,
    skipEmptyLines: true,
  });
  expect(data).toEqual([
    expect.objectContaining({ action: 'setting.change', before: 'true', after: 'false' }),
  ]);

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('textbox', { name: 'Name or id' }).fill('hidePersonalFromViewers');
  await expect(grid.getByText('Signed in')).toHaveCount(0);
  await expect(grid.getByText('Changed a setting').first()).toBeVisible();
  await page.getByRole('textbox', { name: 'Name or id' }).fill('nothing is called this');
  await expect(page.getByText('No entry fits these filters')).toBeVisible();
});

test('an API token is made with an end, shown once, works, and ends at once', async ({
  page,
  request,
  signIn,
  expectAccessible,
}) => {
  await signIn();
  await page.goto('/tokens');
  await page.getByRole('button', { name: 'Make a token' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make token' }).click();
  await expect(dialog.getByLabel('Name')).toBeFocused();
  await expect(dialog.getByText('Choose when the token ends.')).toBeVisible();
  await dialog.getByLabel('Name').fill('Warehouse');
  await dialog.getByLabel('Role').selectOption({ label: 'Viewer' });
  await dialog.getByLabel('Ends').selectOption({ label: 'Never' });
  await expect(dialog.getByText('works until somebody ends it')).toBeVisible();
  await dialog.getByLabel('Ends').selectOption({ label: 'After 90 days' });
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Make token' }).dblclick();
  await expect(dialog.getByRole('region', { name: 'API token' })).toBeVisible();
  // It is shown this once: no key takes it away.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const secret = (await dialog.getByRole('region', { name: 'API token' }).textContent()) ?? '';
  expect(secret).toMatch(/^hg_[\w-]{43}$/);
  await dialog.getByRole('button', { name: 'Done' }).click();
  expect(await page.content()).not.toContain(secret);
  await expect(page.getByRole('row', { name: /Warehouse/ })).toHaveCount(1);

  const authorization = `Bearer ${secret}`;
  expect((await request.get('/api/events', { headers: { authorization } })).status()).toBe(200);
  expect((await request.get('/api/tokens', { headers: { authorization } })).status()).toBe(403);
  await page.getByRole('grid', { name: 'API tokens' }).getByText('Warehouse').click();
  const detail = page.getByRole('complementary', { name: 'API token' });
  await detail.getByRole('button', { name: 'End token' }).click();
  await expect(dialog.getByText('End the token “Warehouse”?')).toBeVisible();
  await dialog.getByRole('button', { name: 'End token' }).click();
  await expect(detail.getByText('Ended', { exact: true })).toBeVisible();
  expect((await request.get('/api/events', { headers: { authorization } })).status()).toBe(401);
  await detail.getByRole('link', { name: 'What it did' }).click();
  await expect(page.getByText('No entry fits these filters')).toBeVisible();
});

test('ending my other browsers sends them to the sign-in page without a click, and leads back', async ({
  page,
  browser,
  installation,
  signIn,
}) => {
  await signIn();
  const other = await otherBrowser(browser, installation, admin, '/deliveries');
  const secondTab = await other.context().newPage();
  await secondTab.goto('/refusals');
  const third = await otherBrowser(browser, installation, admin, '/flows');
  await page.goto('/me');
  const mine = page.getByRole('list', { name: 'My sessions' });
  await expect(mine.getByRole('listitem').filter({ hasText: 'This browser' })).toHaveCount(1);
  const end = mine.getByRole('button', { name: /^End the session/ });
  await page.getByRole('button', { name: 'End all others' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End other sessions' }).click();
  await expect(end).toHaveCount(0);
  await third.waitForURL('**/sign-in?next=%2Fflows&why=ended', { timeout: 5_000 });
  await other.waitForURL('**/sign-in?next=%2Fdeliveries&why=ended', { timeout: 5_000 });
  await secondTab.waitForURL('**/sign-in?next=%2Frefusals&why=ended', { timeout: 5_000 });
  await expect(third.getByText('Your session has ended')).toBeVisible();
  await other.getByLabel('E-mail address').fill(admin.email);
  await other.getByLabel('Password').fill(admin.password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.waitForURL('**/deliveries');
  await page.reload();
  await expect(page).toHaveURL(/\/me$/);
  await third.context().close();
  await other.context().close();
});

test('an admin sees who is signed in, ends it, and the audit log says so', async ({
  page,
  browser,
  installation,
  signIn,
}) => {
  const viewer = await addPerson(installation, 'viewer', 'Vera Viewer');
  const theirs = await otherBrowser(browser, installation, viewer, '/events');
  await signIn();
  await page.goto('/sessions');
  await page.getByRole('combobox', { name: 'Person' }).selectOption({ label: 'Vera Viewer' });
  const grid = page.getByRole('grid', { name: 'Sessions' });
  await grid.getByRole('button', { name: 'End the session of Vera Viewer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'End session' }).click();
  await theirs.waitForURL('**/sign-in**', { timeout: 5_000 });
  await page.goto('/audit?action=session.revoke');
  await page.getByRole('grid', { name: 'Audit log' }).getByText('session of Vera Viewer').first().click();
  await expect(page.getByRole('complementary', { name: 'Entry' }).getByText(/Chrome/)).toBeVisible();
  await theirs.context().close();
});
