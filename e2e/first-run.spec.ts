import { expect, test } from '@playwright/test';
import { startInstallation } from './installation.ts';

test('the first admin is made with the code that the start printed, and only once', async ({ browser }) => {
  const installation = await startInstallation();
  try {
    const code = /with the code (\S+)/.exec(installation.output())?.[1] ?? '';
    const page = await browser.newPage({ baseURL: installation.url });
    await page.goto('/');
    await page.waitForURL('**/first-run');
    await page.getByLabel('Name').fill('Ada Sample');
    await page.getByLabel('E-mail address').fill('ada@example.com');
    await page.getByLabel('Password').fill('correct-horse-9');
    await page.getByLabel(/code/i).fill('wrong-code');
    await page.getByRole('button', { name: /admin/i }).click();
    await expect(
      page
        .getByText(/code/i)
        .filter({ hasText: /not|wrong/i })
        .first(),
    ).toBeVisible();

    await page.getByLabel(/code/i).fill(code);
    await page.getByRole('button', { name: /admin/i }).click();
    await page.waitForURL('**/events**');
    await expect(page.getByRole('region', { name: 'First steps' })).toBeVisible();

    const stranger = await (await browser.newContext({ baseURL: installation.url })).newPage();
    await stranger.goto('/first-run');
    await stranger.waitForURL('**/sign-in**');
  } finally {
    await installation.stop();
  }
});
