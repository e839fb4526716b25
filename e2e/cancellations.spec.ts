import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { cancellation } from './samples.ts';
import type { Sender } from './sender.ts';

const cases = (page: Page) => page.getByRole('grid', { name: 'Cancellation cases' });
const detail = (page: Page) => page.getByRole('complementary', { name: 'Cancellation case' });

// A test sends the cases that it looks at: it may be the first one that a new installation sees.

/** Cora Cancelled's case, closed but not confirmed. */
function sendCora(send: Sender) {
  return send.sunnova('cancellation-case', cancellation({}));
}

/** Wanda Waiting's case, which waits for our answer. */
function sendWanda(send: Sender) {
  return send.sunnova(
    'cancellation-case',
    cancellation({
      Status: 'Pending Partner Response',
      System_Project: 'a8u4W0000022bdNQAQ',
      System_Project_Primary_Customer_Name: 'WANDA WAITING',
      Contact_Name: 'Wanda Waiting',
      Cancellation_Reason: 'Shading',
    }),
  );
}

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
  await sendWanda(send);
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
  send,
  signIn,
  expectAccessible,
}) => {
  await sendCora(send);
  await sendWanda(send);
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
  send,
  signIn,
  expectAccessible,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await sendCora(send);
  await sendWanda(send);
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

test('in a window of 1440 pixels a row has all that a case is chosen by', async ({ page, send, signIn }) => {
  await sendCora(send);
  await signIn();
  await page.goto('/cancellations');
  const row = cases(page).getByRole('row', { name: /CORA CANCELLED/ });
  for (const text of ['Closed', 'Excessive Time To Complete', 'Partner Issues', '1814 5TH ST W', 'Sunnova'])
    await expect(row.getByText(text).first()).toBeInViewport();
  await expect(row.getByText('May 9, 2024')).toBeInViewport();
  await expect(row.getByText('Closed, not confirmed')).toBeInViewport();
  expect(await cases(page).evaluate((grid) => grid.scrollWidth - grid.clientWidth)).toBe(0);
});

test('cases are filtered by when they were last heard of, and an empty answer says what hides them', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  await sendWanda(send);
  await signIn();
  await page.goto('/cancellations');
  await page.getByRole('button', { name: /^Last heard/ }).click();
  await page.getByRole('button', { name: 'Last hour' }).click();
  await expect(page).toHaveURL(/heardWithin=1h/);
  await expect(cases(page).getByText('WANDA WAITING')).toBeVisible();

  await page.goto('/cancellations?heardTo=2024-01-01T00:00:00.000Z&reason=Shading');
  await expect(
    page.getByText(/^No case that fits the other filters was last heard of before this time\. \d+ at other/),
  ).toBeVisible();
  await expect(page.getByText('The other filters stay as they are.')).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: /^Last heard at any time: \d+$/ }).click();
  await expect(cases(page).getByText('WANDA WAITING')).toBeVisible();
  await expect(page).toHaveURL(/reason=Shading/);
});

test('a case that is heard of again does not move under its reader', async ({ page, send, signIn }) => {
  await signIn();
  const told = (homeowner: string, project: string, Status: string, LastModifiedDate: string) =>
    send.sunnova(
      'cancellation-case',
      cancellation({
        Status,
        LastModifiedDate,
        System_Project: project,
        System_Project_Primary_Customer_Name: homeowner,
        Contact_Name: homeowner,
        Confirmed_Cancellation: true,
      }),
    );
  await told('STELLA STAYS', 'a8u4W0000033bdNQAQ', 'New', '2024-06-01T00:00:00.000Z');
  await told('UMA UPPER', 'a8u4W0000044bdNQAQ', 'New', '2024-06-01T00:00:00.000Z');
  await page.goto('/cancellations?reason=Excessive+Time+To+Complete');
  const rows = cases(page).getByRole('row');
  await expect(rows.nth(1)).toContainText('UMA UPPER');
  await expect(rows.nth(2)).toContainText('STELLA STAYS');
  await rows.nth(2).click();
  await expect(detail(page).getByRole('heading', { name: 'STELLA STAYS' })).toBeVisible();

  await told('STELLA STAYS', 'a8u4W0000033bdNQAQ', 'Closed', '2024-06-02T00:00:00.000Z');
  await expect(page.getByRole('button', { name: '1 changed' })).toBeVisible();
  await expect(rows.nth(1)).toContainText('UMA UPPER');
  await expect(rows.nth(2)).toContainText('Closed');
  await expect(detail(page).getByText('Closed: the project is cancelled.')).toBeVisible();
  await expect(detail(page).getByRole('heading', { name: '2 events' })).toBeVisible();

  await page.getByRole('button', { name: '1 changed' }).click();
  await expect(rows.nth(1)).toContainText('STELLA STAYS');
  await expect(page.getByRole('button', { name: '1 changed' })).toBeHidden();

  // Nobody reads further down, and nothing is open: rows go where they belong by themselves.
  await page.getByRole('button', { name: 'Close', exact: true }).click();
  await told('UMA UPPER', 'a8u4W0000044bdNQAQ', 'In Process', '2024-06-03T00:00:00.000Z');
  await expect(rows.nth(1)).toContainText('UMA UPPER');
});
