import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cancellation } from './samples.ts';

const cases = (page: Page) => page.getByRole('grid', { name: 'Cancellation cases' });
const detail = (page: Page) => page.getByRole('complementary', { name: 'Cancellation case' });

// The first of all that has to do with cases: once one came, the page is never empty again.
test('an empty page says what will come here and leads to the first step', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn();
  await page.getByRole('link', { name: /^Cancellations/ }).click();
  await expect(page.getByText('Cancellation cases will appear here')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Set up Sunnova' })).toHaveAttribute('href', '/accounts');
  await expectAccessible();
});

test('the documented cancellation is one case: filter by its flag, open it, read its history', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  // In an order in which nobody would send them.
  for (const [Status, LastModifiedDate] of [
    ['Closed', '2024-06-08T21:49:03.000Z'],
    ['New', '2024-05-09T21:49:52.000Z'],
    ['Saved', '2024-05-20T11:00:00.000Z'],
    ['Pending Partner Response', '2024-05-15T09:30:00.000Z'],
    ['In Process', '2024-05-28T08:15:00.000Z'],
    ['In Process', '2024-05-12T15:00:00.000Z'],
  ]) {
    await send.sunnova('cancellation-case', cancellation({ Status, LastModifiedDate }));
  }
  await send.sunnova(
    'cancellation-case',
    cancellation({
      Status: 'Pending Partner Response',
      System_Project: 'a8u4W0000022bdNQAQ',
      System_Project_Primary_Customer_Name: 'WANDA WAITING',
      Contact_Name: 'Wanda Waiting',
      Cancellation_Reason: 'Shading',
    }),
  );
  await signIn();
  await page.getByRole('link', { name: /^Cancellations/ }).click();
  await expect(cases(page).getByText('CORA CANCELLED')).toBeVisible();
  await expect(cases(page).getByText('WANDA WAITING')).toBeVisible();
  // What waits for us is counted where one sees it from every page.
  await expect(page.getByRole('link', { name: /^Cancellations.*waiting for your answer$/ })).toBeVisible();

  await page.getByLabel('Contradictions').selectOption('closed-not-confirmed');
  await expect(page).toHaveURL(/flag=closed-not-confirmed/);
  await expect(cases(page).getByText('WANDA WAITING')).toBeHidden();
  await expectAccessible();

  await cases(page).getByText('CORA CANCELLED').click();
  const open = detail(page);
  await expect(
    open.getByText('Closed: the project counts as cancelled, but Sunnova has not confirmed it.'),
  ).toBeVisible();
  await expect(open.getByText('The related project is confirmed as Cancelled.')).toBeVisible();
  await expect(open.getByText(/^Sunnova: There are delays or complications/)).toBeVisible();
  await expect(open.getByText('Ask Sunnova whether the project is cancelled')).toBeVisible();
  const steps = open.getByRole('list', { name: 'Status history' }).getByRole('listitem');
  await expect(steps).toHaveText([
    /^Closed/,
    /^In Process/,
    /^Saved/,
    /^Pending Partner Response/,
    /^In Process/,
    /^New/,
  ]);
  await expect(open.getByRole('heading', { name: '6 events' })).toBeVisible();
  await expectAccessible();

  await open.getByRole('link', { name: 'Open as a page' }).click();
  await expect(page).toHaveURL(/\/cancellations\/[\da-f-]{36}$/);
  await expect(page.getByRole('heading', { name: 'CORA CANCELLED' })).toBeVisible();
  await page
    .getByRole('list', { name: 'Status history' })
    .getByRole('link', { name: 'Event' })
    .first()
    .click();
  await expect(page).toHaveURL(/\/events\/[\da-f-]{36}/);
});

test('the reference has Sunnova’s words and leads to the cases that have them', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn();
  await page.goto('/cancellations/reference');
  const reasons = page.getByRole('list', { name: 'Reasons' }).getByRole('listitem');
  await expect(reasons).toHaveCount(48);
  await expectAccessible();
  await page.getByRole('textbox', { name: 'Search statuses and reasons' }).fill('excessive');
  await expect(reasons).toHaveCount(2);
  await reasons
    .filter({ hasText: 'Excessive Time To Complete' })
    .getByRole('link', { name: /^\d+ cases?$/ })
    .click();
  await expect(page).toHaveURL(/reason=Excessive\+Time\+To\+Complete/);
  await expect(cases(page).getByText('CORA CANCELLED')).toBeVisible();
  await expect(cases(page).getByText('WANDA WAITING')).toBeHidden();
});

test('a case is worked on a phone: found by half a name, opened, and back', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await signIn();
  await page.goto('/cancellations');
  await page.getByRole('textbox', { name: /^Find by/ }).fill('wanda');
  await expect(cases(page).getByText('CORA CANCELLED')).toBeHidden();
  await expectAccessible();
  await cases(page).getByText('WANDA WAITING').click();
  await expect(page.getByText(/^Sunnova has been waiting for your answer/)).toBeVisible();
  await expectAccessible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Cancellations' }).click();
  await expect(cases(page).getByText('WANDA WAITING')).toBeVisible();
});
