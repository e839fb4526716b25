import type { Page } from '@playwright/test';
import { admin, expect, test } from './fixtures.ts';

/** The scripts of the page wait until they are let go: it is on the screen, and nothing in it works yet. */
async function withoutScripts(page: Page): Promise<() => void> {
  const gate = Promise.withResolvers<void>();
  await page.route('**/_next/static/**/*.js', async (route) => {
    await gate.promise;
    await route.continue();
  });
  return gate.resolve;
}

test('what is pressed before the page works is done as soon as it does', async ({ page }) => {
  const letGo = await withoutScripts(page);
  await page.goto('/sign-in', { waitUntil: 'commit' });
  await page.getByLabel('E-mail address').fill(admin.email);
  await page.getByLabel('Password', { exact: true }).fill(admin.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click({ noWaitAfter: true });
  letGo();
  await page.waitForURL('**/events');

  const letGoAgain = await withoutScripts(page);
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('button', { name: /^My menu/ }).click({ noWaitAfter: true });
  letGoAgain();
  await page.getByRole('menuitem', { name: 'My settings' }).click();
  await page.waitForURL('**/me');
});

test('Enter in a form that does not work yet sends it as soon as it does', async ({ page }) => {
  const letGo = await withoutScripts(page);
  await page.goto('/sign-in', { waitUntil: 'commit' });
  await page.getByLabel('E-mail address').fill(admin.email);
  await page.getByLabel('Password', { exact: true }).fill(admin.password);
  await page.keyboard.press('Enter');
  letGo();
  await page.waitForURL('**/events');
});

test('what is typed into the search before the page works is searched for', async ({ page, signIn }) => {
  await signIn();
  const letGo = await withoutScripts(page);
  await page.reload({ waitUntil: 'commit' });
  await page.getByLabel(/^Find by name/).fill('Nobody of this name');
  letGo();
  await page.waitForURL(/[?&]q=Nobody/);
  await expect(page.getByLabel(/^Find by name/)).toHaveValue('Nobody of this name');
});
