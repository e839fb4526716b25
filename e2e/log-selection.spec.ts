import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import Papa from 'papaparse';
import { find, grid, search, sendMany } from './event-list.ts';
import { expect, test } from './fixtures.ts';

test('selected events are marked as handled with a note, and it can be undone', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  await sendMany(send, 3, 'Handled', 960000);
  await signIn();
  await find(page, 'Handled');
  await expect(grid(page).getByText('Number2 Handled')).toBeVisible();
  await expect(grid(page).getByText('Number0 Handled')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await expect(page.getByText('3 events selected')).toBeVisible();
  await page.getByRole('button', { name: 'Mark as handled' }).click();
  await page.getByRole('textbox', { name: /Note/ }).fill('Called the homeowner');
  await expectAccessible();
  await page.getByRole('dialog').getByRole('button', { name: 'Mark as handled' }).click();
  await expect(page.getByText('3 events marked as handled', { exact: true })).toBeVisible();
  await expect(grid(page).getByTitle(/Called the homeowner/)).toHaveCount(3);
  await page.getByRole('combobox', { name: 'Handled' }).selectOption({ label: 'Yes' });
  await expect(grid(page).getByText('Number2 Handled')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('3 events no longer marked as handled', { exact: true })).toBeVisible();
  await page.getByRole('combobox', { name: 'Handled' }).selectOption({ label: 'Not yet' });
  await expect(grid(page).getByText('Number2 Handled')).toBeVisible();
  await expect(grid(page).getByTitle(/Called the homeowner/)).toHaveCount(0);
});

test('selected rows and the whole filter are exported as files that hold them', async ({
  page,
  send,
  signIn,
}) => {
  await sendMany(send, 70, 'Exporter', 970000);
  await signIn();
  await find(page, 'Exporter');
  await expect(grid(page).getByText('Number69 Exporter')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select row' }).first().check();
  await page.getByRole('button', { name: /^Select all that fit: 70/ }).click();
  await expect(page.getByText('All 70 events that fit selected')).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).last().click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export as JSON lines' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n');
  expect(lines).toHaveLength(70);
  for (const line of lines) expect(line).toContain('Exporter');

  await page.getByRole('button', { name: 'Clear selection' }).click();
  const places = [0, 1];
  for (const place of places) await page.getByRole('checkbox', { name: 'Select row' }).nth(place).check();
  const rows = await Promise.all(places.map((place) => rowAt(page, place)));
  await page.getByRole('button', { name: 'Export' }).last().click();
  const chosen = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  expect((await chosen).suggestedFilename()).toMatch(/^events-[\d-]+\.csv$/);
  const csv = readFileSync(await (await chosen).path(), 'utf8');
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  // As the rows have it: the same events in the same order, and nothing of the 68 others.
  expect(
    data.map((line) => ({
      received: line['Received (ISO 8601)'],
      account: line.Account,
      event: line.Event,
      concerns: `${line.Concerns} ${line.Record} ${line['Record id']}`,
      came: `${line['Times received']}`,
    })),
  ).toEqual(rows);
  expect(rows[0]?.concerns).toMatch(/^Number\d+ Exporter Enerflo customer 9700\d\d$/);
  await page.goto('/events?q=id%20%3D%20970001');
  await page.getByRole('button', { name: 'Share and export' }).click();
  await page.getByRole('menuitem', { name: 'Export as CSV' }).click();
  await expect(page.getByText('The events could not be exported', { exact: true })).toBeVisible();
  await expect(search(page)).toHaveValue('id = 970001');
});

/** What a row of the list says, as a file would have it. */
async function rowAt(page: Page, place: number) {
  const row = grid(page)
    .getByRole('row')
    .nth(place + 1);
  const [, , account, event, concerns, , came] = (await row.getByRole('gridcell').allInnerTexts()).map(
    (text) => text.replace(/\s+/g, ' '),
  );
  return {
    received: await row.locator('time').getAttribute('datetime'),
    account,
    // Two versions have an event of this name; the file tells them apart by their types.
    event: event?.replace(' (1.0)', ''),
    concerns,
    came: came?.replace('once', '1'),
  };
}
