import { upload } from './bulk-upload.ts';
import { giveKey } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

test('columns that were matched and not checked are there after a reload; checked or left, they are forgotten', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const [install] = enerflo.state.installs.keys();
  await signIn();
  await giveKey(page);
  await upload(page, 'enerflo.note.add', 'reloaded.csv', ['Where,Words,Other', `${install},Booked,Later`]);
  const where = page.getByLabel('Install', { exact: true });
  const note = page.getByLabel('Note', { exact: true });
  const back = page.getByText('What you chose before is back.');
  await where.selectOption('Where');
  await note.selectOption('Words');
  await page.reload();
  await expect(back).toBeVisible();
  await expect(where).toHaveValue('0');
  await expect(note).toHaveValue('1');
  await expectAccessible();
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  await expect(page.getByText('1 of 1 row is ready. Nothing is sent yet.')).toBeVisible();

  const change = page.getByRole('button', { name: 'Change the columns' });
  await change.click();
  await expect(note).toHaveValue('1');
  await expect(back).toHaveCount(0);
  await note.selectOption('Other');
  await page.reload();
  await expect(back).toBeVisible();
  await expect(note).toHaveValue('2');
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expect(back).toHaveCount(0);
  await expect(note).toHaveValue('1');

  await note.selectOption('One value for all rows');
  await page.getByLabel('Note for all rows').fill('The same for all');
  await page.reload();
  await expect(page.getByLabel('Note for all rows')).toHaveValue('The same for all');
  await page.getByRole('button', { name: 'Leave the columns as they are' }).click();
  await expect(page.getByText('1 of 1 row is ready. Nothing is sent yet.')).toBeVisible();
  await change.click();
  await expect(note).toHaveValue('1');
  await expect(back).toHaveCount(0);
});

test('without any date matched no milestone is checked: the step says what is missing', async ({
  page,
  signIn,
  enerflo,
}) => {
  const [milestone] = [...enerflo.state.milestones.values()];
  const title = enerflo.state.milestoneDefinitions.get(milestone?.definitionId ?? 0)?.title;
  await signIn();
  await giveKey(page);
  await upload(page, 'enerflo.milestone.update', 'no-date.csv', [
    'Install,Milestone,When',
    `"${milestone?.installId.toLocaleString('en')}",${title},2026-07-04`,
    `99887766,${title},2026-07-04`,
  ]);
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  await expect(
    page.getByText('Give at least one date. Choose the column for it, or one value for all rows.'),
  ).toBeVisible();
  await page.getByLabel(/^Completed on/).selectOption('When');
  await page.getByRole('button', { name: 'Check 2 rows' }).click();
  // The commas of the first are no matter; the second is nobody's install, which no second check would mend.
  await expect(page.getByText('1 of 2 rows is ready (1 not right). Nothing is sent yet.')).toBeVisible();
  await expect(page.getByText('Install: Enerflo has nothing under this id.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Check .* again$/ })).toHaveCount(0);
});

test('a second window hears by itself that the rows were sent, and says so where somebody was faster', async ({
  page,
  context,
  signIn,
  enerflo,
}) => {
  const [install] = enerflo.state.installs.keys();
  const text = `Sent from one window ${Date.now()}`;
  await signIn();
  await giveKey(page);
  await upload(page, 'enerflo.note.add', 'two-windows.csv', ['Install,Note', `${install},${text}`]);
  await page.getByRole('button', { name: 'Check 1 row' }).click();
  const send = { name: 'Send 1 row to Enerflo' };
  await expect(page.getByRole('button', send)).toBeVisible();
  const watching = await context.newPage();
  const late = await context.newPage();
  for (const other of [watching, late]) {
    await other.goto(page.url());
    await expect(other.getByRole('button', send)).toBeVisible();
  }
  // As if it had not looked again yet.
  await late.route(/\/api\/bulk\/[\w-]+$/, (route) => route.abort());
  await page.getByRole('button', send).click();
  await expect(page.getByText('1 row: 1 done.')).toBeVisible();
  await expect(watching.getByText('1 row: 1 done.')).toBeVisible();
  await expect(watching.getByRole('button', send)).toHaveCount(0);

  await late.getByRole('button', send).click();
  await expect(
    late
      .getByRole('region', { name: /Messages/ })
      .getByText('Its row was sent already, perhaps from another window'),
  ).toBeVisible();
  await late.unrouteAll();
  await expect(late.getByText('1 row: 1 done.')).toBeVisible();
  expect([...enerflo.state.notes.values()].filter((note) => note.text.includes(text))).toHaveLength(1);
});
