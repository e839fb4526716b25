import type { Page } from '@playwright/test';

/** The admin of the stack that is measured. */
export const admin = { email: 'ada@example.com', password: 'for-measuring-only' };
/** What a list with rows has. */
export const rows = '[role=grid] [role=gridcell]';

/** Signs in and waits for the first rows of the event log. */
export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/events**');
  await page.waitForSelector(rows);
}
