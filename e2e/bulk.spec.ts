import { readFileSync } from 'node:fs';
import { giveKey, writesTo } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

test('a file with a column of another name is matched, checked, explained, sent once, and its results downloaded', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const [one, two] = [...enerflo.state.installs.keys()];
  const text = `Roof inspection booked ${Date.now()}`;
  const file = [
    'Enerflo number;What to say',
    `${one};${text} at the first`,
    `${two};"${text} at the second; bring a ladder"`,
    `${two};`,
    `not a number;${text}`,
  ].join('\r\n');
  await signIn();
  await giveKey(page);
  await page.goto('/bulk');
  await expectAccessible();
  await page.getByRole('link', { name: 'Upload a file' }).first().click();
  await page.getByLabel('What is to be done').selectOption('enerflo.note.add');
  await expect(page.getByText('Columns it needs:')).toBeVisible();
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'inspections.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await expectAccessible();
  await page.getByRole('button', { name: 'Upload' }).click();

  await expect(page.getByRole('heading', { name: /inspections\.csv/ })).toBeVisible();
  await page.getByRole('button', { name: 'Check 4 rows' }).click();
  await expect(page.getByText('Choose the column for “Note”, or one value for all rows.')).toBeVisible();
  await page.getByLabel('Install', { exact: true }).selectOption('Enerflo number');
  await page.getByLabel('Note', { exact: true }).selectOption('What to say');
  await expectAccessible();
  await page.getByRole('button', { name: 'Check 4 rows' }).click();

  await expect(page.getByText('2 of 4 rows are ready (2 not right). Nothing is sent yet.')).toBeVisible();
  const rows = page.getByRole('grid', { name: 'Rows' });
  await expect(rows.getByText('Note is needed.')).toBeVisible();
  await expect(rows.getByText(/nothing in Enerflo is called “not a number”/)).toBeVisible();
  await rows.getByText(`${text} at the first`).first().click();
  const detail = page.getByRole('complementary', { name: 'Row 1' });
  await detail.getByText('The exact request').click();
  await expect(detail.getByText(`/api/v3/installs/${one}/notes`)).toBeVisible();
  await expectAccessible();
  expect(writesTo(enerflo).filter(({ body }) => JSON.stringify(body).includes(text))).toEqual([]);

  await page.getByRole('button', { name: 'Send 2 rows to Enerflo' }).click();
  await expect(page.getByText('4 rows: 2 done · 2 not right.')).toBeVisible();
  expect(writesTo(enerflo).filter(({ body }) => JSON.stringify(body).includes(text))).toHaveLength(2);
  const [result] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Result file' }).click(),
  ]);
  const lines = readFileSync(await result.path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(result.suggestedFilename()).toBe('inspections-results.csv');
  expect(lines[0]).toBe('Enerflo number,What to say,Result,Reason,Enerflo id,Time');
  expect(lines[1]).toMatch(new RegExp(`^${one},${text} at the first,Done,,\\d+,`));
  expect(lines[3]).toContain('Not right,Note is needed.');

  // The same file again: its columns are matched already, and nothing of it is sent a second time.
  await page.goto('/bulk/new?operation=enerflo.note.add');
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: Buffer.from(file) });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByLabel('Note', { exact: true })).toHaveValue('1');
  await page.getByRole('button', { name: 'Check 4 rows' }).click();
  await expect(page.getByText('None of 4 rows can be sent: 2 not right · 2 repeats.')).toBeVisible();
  await page.getByRole('button', { name: 'Throw away' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Throw away' }).click();
  await expect(page).toHaveURL(/\/bulk$/);
  await expect(page.getByRole('grid').getByText('inspections.csv')).toBeVisible();
});

test('a file that is no CSV says what it is and what to do', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/bulk/new?operation=enerflo.lead.add');
  await page
    .getByLabel('CSV file')
    .setInputFiles({ name: 'leads.csv', mimeType: 'text/csv', buffer: Buffer.from('PK\u0003\u0004 rest') });
  await page.getByRole('button', { name: 'Upload' }).click();
  await expect(page.getByText(/This is an Excel workbook .* save it as CSV/)).toBeVisible();
});
