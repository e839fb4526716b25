import { readFileSync } from 'node:fs';
import { upload } from './bulk-upload.ts';
import { giveKey, writesTo } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

const leadHeads = 'First,Last,Street,City,State,Zip,Cell,Mail';

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
  expect(lines[1]).toMatch(new RegExp(`^${one},${text} at the first,Done,The note was added\\.,\\d+,`));
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

test('where Enerflo shows another value for every row it stops, says why, and each row says which', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  test.setTimeout(90_000);
  const lines = Array.from(
    { length: 10 },
    (_, at) =>
      `Wanda,Wrong${at},${at + 1} Wrong Way,Provo,UT,84601,38555502${at + 10},wanda${at}@example.com`,
  );
  await signIn();
  await giveKey(page);
  enerflo.settings.leadPhone = 'phone';
  try {
    await upload(page, 'enerflo.lead.add', 'wanda.csv', [leadHeads, ...lines]);
    // Before it starts it is said how long looking takes: four searches a row, at the account's pace.
    await expect(
      page.getByText(/Takes .* for 10 rows, since Enerflo takes so many requests only/),
    ).toBeVisible();
    await page.getByLabel('Look in Enerflo whether somebody like this is there already').uncheck();
    await page.getByRole('button', { name: 'Check 10 rows' }).click();
    await page.getByRole('button', { name: 'Send 10 rows to Enerflo' }).click();
    await expect(page.getByText(/has another value than was sent for each of them \(Phone\)/)).toBeVisible({
      timeout: 30_000,
    });
    await expectAccessible();
    const row = page.getByRole('grid', { name: 'Rows' }).getByRole('row').filter({ hasText: 'Wrong0' });
    await expect(row).toContainText('Done, value differs');
    await expect(row).toContainText('Phone: 3855550210 was asked for, Enerflo has nothing.');

    await expect(page.getByRole('link', { name: 'Open the account' })).toBeVisible();
    await page.getByLabel('Do not stop again because Enerflo shows another value').check();
    await page.getByRole('button', { name: /^Go on with \d rows/ }).click();
    await expect(page.getByText('10 rows: 10 done, but Enerflo shows another value.')).toBeVisible({
      timeout: 30_000,
    });
    // Not offered for what makes something anew: it might be there twice.
    await expect(page.getByRole('button', { name: /^Send .* again$/ })).toHaveCount(0);
  } finally {
    enerflo.settings.leadPhone = 'mobile';
  }
});

test('a row that Enerflo fails on does not hold up the others; after a stop the columns can be changed', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  test.setTimeout(90_000);
  const installs = [...enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);
  const lines = installs.slice(0, 12).map(({ id, statusId }) => {
    const other = [...enerflo.state.statuses.values()].find((status) => status.id !== statusId);
    return `${id},${other?.id}`;
  });
  const [first] = installs;
  await signIn();
  await giveKey(page);
  try {
    enerflo.rules.add([{ method: 'GET', path: `/api/v3/installs/${first?.id}`, answer: 500 }]);
    await upload(page, 'enerflo.install.update-status', 'one-fails.csv', ['Install,Status', ...lines]);
    await page.getByRole('button', { name: 'Check 12 rows' }).click();
    await expect(
      page.getByText('11 of 12 rows are ready (1 could not be checked). Nothing is sent yet.'),
    ).toBeVisible({ timeout: 30_000 });
    await expect(
      page.getByText(/Asked 3 times: Enerflo failed while it worked on the request\./),
    ).toBeVisible();
    await expectAccessible();
    enerflo.rules.reset();
    await page.getByRole('button', { name: 'Check 1 row again' }).click();
    await expect(page.getByText('12 of 12 rows are ready. Nothing is sent yet.')).toBeVisible();

    enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/*', answer: 500 }]);
    await page.getByRole('button', { name: 'Change the columns' }).click();
    await page.getByRole('button', { name: 'Check 12 rows' }).click();
    await expect(page.getByText(/8 rows in a row could not be checked/)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Go on checking 12 rows' })).toBeVisible();
    await page.getByRole('button', { name: 'Change the columns' }).click();
    await page.getByLabel('Look in Enerflo what each one has today').uncheck();
    await page.getByRole('button', { name: 'Check 12 rows' }).click();
    await expect(page.getByText('12 of 12 rows are ready. Nothing is sent yet.')).toBeVisible();
  } finally {
    enerflo.rules.reset();
  }
});

test('a time in a file is one on the clock that the person chose, as in forms', async ({
  page,
  signIn,
  enerflo,
}) => {
  const [customer] = enerflo.state.customers.keys();
  const [type] = enerflo.state.appointmentTypes.keys();
  const prefer = (timeZone: string | null) =>
    page.evaluate(async (zone) => {
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ timeZone: zone });
      const answer = await fetch('/api/me/preferences', { method: 'PATCH', headers, body });
      if (!answer.ok) throw new Error(`The zone was not taken: ${answer.status}`);
    }, timeZone);
  await signIn();
  await giveKey(page);
  await prefer('Pacific/Honolulu');
  try {
    await upload(page, 'enerflo.appointment.create', 'visits.csv', [
      'Customer,Type of appointment,Begins,Ends',
      `${customer},${type},2026-08-15 2:30 pm,2026-08-15 3:30 pm`,
    ]);
    await page.getByRole('button', { name: 'Check 1 row' }).click();
    await expect(page.getByText('1 of 1 row is ready. Nothing is sent yet.')).toBeVisible();
    const row = page.getByRole('grid', { name: 'Rows' }).getByRole('row').nth(1);
    await expect(row).toContainText('2:30 pm → Sat, Aug 15, 2026, 14:30 HST');
    await row.click();
    await expect(page.getByText('read in the time zone Pacific/Honolulu').first()).toBeVisible();
  } finally {
    await prefer(null);
  }
});
