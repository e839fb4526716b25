import type { Page } from '@playwright/test';
import { giveKey, writesTo } from './enerflo-stand-in.ts';
import { find, grid, person, sendMany } from './event-list.ts';
import { expect, test } from './fixtures.ts';
import { install } from './samples.ts';

const each = (page: Page) => page.getByRole('link', { name: 'Do in Enerflo for each' });
const notEach = (page: Page) => page.getByRole('button', { name: 'Do in Enerflo for each' });

test('of events selected in the log each install becomes one row, and gets its note', async ({
  page,
  send,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const installs = [...enerflo.state.installs.values()]
    .filter(({ deletedAt }) => deletedAt === null)
    .slice(-3);
  await send.enerflo(person(1_050_001, 'Selma', 'Selected'));
  // The first of them twice: it is one row all the same.
  for (const { id, statusId } of [...installs, ...installs.slice(0, 1)])
    await send.enerflo(
      install({
        id,
        status_id: statusId,
        updated_at: '2024-09-01 10:00:00',
        customer_id: 1_050_001,
        agreement_url: `a${Date.now()}`,
      }),
    );
  await signIn();
  await giveKey(page);
  await page.goto('/events');
  for (const place of [0, 1, 2, 3])
    await page.getByRole('checkbox', { name: 'Select row' }).nth(place).check();
  await expect(page.getByText('4 events selected')).toBeVisible();
  await each(page).click();
  await expect(page.getByText('For what the 4 chosen events are about, each once.')).toBeVisible();
  await page.getByLabel('What is to be done').selectOption('enerflo.note.add');
  await expectAccessible();
  await page.getByRole('button', { name: 'Go on' }).click();

  await expect(
    page.getByRole('heading', { name: 'Add a note to an install: A selection of 3' }),
  ).toBeVisible();
  const text = `Crew comes on Monday ${Date.now()}`;
  await page.getByLabel('Note for all rows').fill(text);
  await expectAccessible();
  await page.getByRole('button', { name: 'Check 3 rows' }).click();
  await expect(page.getByText('3 of 3 rows are ready. Nothing is sent yet.')).toBeVisible();
  const rows = page.getByRole('grid', { name: 'Rows' });
  for (const { id } of installs) await expect(rows.getByText(String(id), { exact: true })).toHaveCount(1);
  // A number alone tells nobody whose install it is.
  await expect(rows.getByRole('gridcell', { name: 'Selma Selected', exact: true })).toHaveCount(3);
  await page.getByRole('button', { name: 'Send 3 rows to Enerflo' }).click();
  await expect(page.getByText('3 rows: 3 done.')).toBeVisible();
  const sent = writesTo(enerflo).filter(({ body }) => JSON.stringify(body).includes(text));
  expect(sent.map(({ path }) => path).sort()).toEqual(
    installs.map(({ id }) => `/api/v3/installs/${id}/notes`).sort(),
  );
});

test('more events than can be taken, and a whole filter, say why; as many as can be are taken', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  await sendMany(send, 151, 'Toomany', 985000);
  await signIn();
  await giveKey(page);
  await find(page, 'Toomany');
  await page.getByRole('checkbox', { name: 'Select row' }).first().check();
  await expect(each(page)).toBeVisible();
  await page.getByRole('button', { name: /^Select all that fit: 151/ }).click();
  await expect(notEach(page)).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText(/select rows one by one, 150 at most: .* a whole filter/)).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Clear selection' }).click();

  await expect
    .poll(async () => {
      await grid(page).evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
      return grid(page).getAttribute('aria-rowcount');
    })
    .toBe('152');
  await page.getByRole('checkbox', { name: 'Select all loaded rows' }).check();
  await expect(page.getByText('151 events selected')).toBeVisible();
  await expect(page.getByText(/select 150 at most: 151 are selected/)).toBeVisible();
  await page.getByRole('checkbox', { name: 'Select row' }).last().uncheck();
  await expect(notEach(page)).toHaveCount(0);
  await each(page).click();
  await page.getByLabel('What is to be done').selectOption('enerflo.customer.update');
  await page.reload();
  await expect(page.getByText('For what the 150 chosen events are about, each once.')).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('button', { name: 'Check 150 rows' })).toBeVisible();
});
