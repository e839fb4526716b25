import { expect, type Page } from '@playwright/test';

/** Uploads a file of these lines for an operation, and lands where its columns are matched. */
export async function upload(
  page: Page,
  operation: string,
  name: string,
  lines: readonly string[],
): Promise<void> {
  await page.goto(`/bulk/new?operation=${operation}`);
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByRole('heading', { name: new RegExp(name) })).toBeVisible();
}
