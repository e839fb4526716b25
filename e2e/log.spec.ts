import type { Page } from '@playwright/test';
import {
  find,
  firstInSight,
  grid,
  notHandledInSight,
  person,
  pill,
  rowTexts,
  scrollFar,
  search,
  sendMany,
} from './event-list.ts';
import { expect, test } from './fixtures.ts';
import { addPerson } from './people.ts';
import { tabTo } from './tab-to.ts';

test('half a phone number finds the homeowner, and a colleague sees the same rows by the link', async ({
  page,
  context: own,
  browser,
  installation,
  send,
  signIn,
}) => {
  await send.enerflo(
    person(910001, 'Petra', 'Phonebook', { phone: '(480) 555-7134', email: 'petra@example.com' }),
  );
  await send.enerflo(person(910003, 'Paul', 'Phonebook', { phone: '480-555-7134' }));
  await send.enerflo(
    person(910002, 'Olaf', 'Otherwise', { phone: '(602) 555-9999', email: 'olaf@example.com' }),
  );
  await signIn();
  await expect(grid(page).getByText('Olaf Otherwise').first()).toBeVisible();
  for (const half of ['555-7134', '480.555.71', '5557134', '+1 480 555 7134']) {
    await search(page).fill(half);
    await expect(grid(page).getByText('Petra Phonebook').first(), half).toBeVisible();
    await expect(grid(page).getByText('Olaf Otherwise'), half).toHaveCount(0);
  }
  await page.getByRole('button', { name: /^Received/ }).click();
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  await expect(page).toHaveURL(/range=7d/);
  await expect(grid(page).getByText('Petra Phonebook').first()).toBeVisible();

  await own.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Share and export' }).click();
  await page.getByRole('menuitem', { name: 'Copy link', exact: true }).click();
  await expect(page.getByText('Link copied. It shows what fits when it is opened.').first()).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const colleague = await addPerson(installation, 'operator');
  const context = await browser.newContext({ baseURL: installation.url });
  const other = await context.newPage();
  await other.goto(link);
  await other.getByLabel('E-mail address').fill(colleague.email);
  await other.getByLabel('Password').fill(colleague.password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await expect(grid(other).getByText('Petra Phonebook').first()).toBeVisible();
  await expect(search(other)).toHaveValue('+1 480 555 7134');
  // Whole rows, in their order; only how long ago it was goes on while one looks.
  const shown = async (one: Page) =>
    (await rowTexts(one)).map((text) => text.replace(/^(now|\d+ \w+ ago) /, ''));
  await expect(grid(page).getByText('Paul Phonebook').first()).toBeVisible();
  await expect.poll(async () => (await shown(other)).length).toBe(2);
  expect((await shown(page)).join('\n')).toMatch(/^\S.*Paul Phonebook.*\n.*Petra Phonebook.*$/);
  expect(await shown(other)).toEqual(await shown(page));
  await context.close();
});

test('filter, scroll, open, open as a page, Back: the same rows at the same place', async ({
  page,
  send,
  signIn,
}) => {
  await sendMany(send, 150, 'Backman', 920000);
  await signIn();
  await find(page, 'Backman');
  await expect(grid(page).getByText('Number149 Backman')).toBeVisible();
  const table = grid(page);
  for (const offset of [1500, 3000]) {
    await scrollFar(table, offset);
    await expect.poll(async () => (await firstInSight(table)).text).toMatch(/Number\d/);
  }
  const before = await firstInSight(table);
  await table.getByText(before.text).click();
  const detail = page.getByRole('complementary', { name: 'Event' });
  await detail.getByRole('link', { name: 'Open as a page' }).click();
  await page.waitForURL(/\/events\/[\da-f-]{36}/);
  await page.goBack();
  await expect(detail).toBeVisible();
  await expect.poll(async () => (await firstInSight(table)).text).toBe(before.text);
  await page.goBack();
  await expect(detail).toBeHidden();
  await expect.poll(() => firstInSight(table)).toEqual(before);
  await page.reload();
  await expect.poll(() => firstInSight(table), { timeout: 15_000 }).toEqual(before);
});

test('what changed while one was away is right once it comes in sight, and nothing moves', async ({
  page,
  send,
  signIn,
}) => {
  await sendMany(send, 150, 'Awayman', 1_010_000);
  await signIn();
  // They are found once the worker has read them.
  await expect
    .poll(() => page.evaluate(async () => (await (await fetch('/api/events/count?q=Awayman')).json()).count))
    .toBe(150);
  await find(page, 'Awayman');
  const table = grid(page);
  for (const offset of [1500, 3000]) {
    await scrollFar(table, offset);
    await expect.poll(async () => (await firstInSight(table)).text).toMatch(/Number\d/);
  }
  const before = await firstInSight(table);
  await page.getByRole('link', { name: 'Flows', exact: true }).click();
  await page.waitForURL('**/flows');
  const handled = await page.evaluate(async () => {
    const response = await fetch('/api/events/handled', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ filter: { q: 'Awayman' } }),
    });
    return response.status;
  });
  expect(handled).toBe(200);
  await send.enerflo(person(1_010_900, 'Late', 'Awayman'));

  await page.goBack();
  await expect(pill(page)).toHaveText('1 new');
  await expect.poll(() => firstInSight(table)).toEqual(before);
  await expect.poll(() => notHandledInSight(table)).toEqual([]);
  await table.evaluate((element) => element.scrollTo({ top: 1_800 }));
  await expect.poll(() => table.evaluate((element) => element.scrollTop)).toBe(1_800);
  await expect.poll(() => notHandledInSight(table)).toEqual([]);
});

test('while one is scrolled down nothing jumps: new events wait behind a pill', async ({
  page,
  send,
  signIn,
}) => {
  await sendMany(send, 70, 'Stillman', 930000);
  await signIn();
  await find(page, 'Stillman');
  const table = grid(page);
  await expect(table.getByText('Number69 Stillman')).toBeVisible();
  await table.evaluate((element) => element.scrollTo({ top: 600 }));
  await expect.poll(() => table.evaluate((element) => element.scrollTop)).toBe(600);
  const before = await firstInSight(table);
  await send.enerflo(person(930100, 'Nora', 'Stillman'));
  await send.enerflo(person(930101, 'Nick', 'Stillman'));
  await send.enerflo(person(930102, 'Nobody', 'Else'));
  await expect(pill(page)).toHaveText('2 new');
  expect(await firstInSight(table)).toEqual(before);
  await pill(page).click();
  await expect(table.getByText('Nick Stillman')).toBeVisible();
  await expect(table.getByText('Nobody Else')).toHaveCount(0);
  await expect(pill(page)).toHaveCount(0);
});

test('paused, nothing moves; resumed, everything is there', async ({ page, send, signIn }) => {
  await send.enerflo(person(940001, 'Paula', 'Pauser'));
  await signIn();
  await find(page, 'Pauser');
  await expect(grid(page).getByText('Paula Pauser')).toBeVisible();
  await page.getByRole('button', { name: 'Pause' }).click();
  await send.enerflo(person(940002, 'Paul', 'Pauser'));
  await expect(pill(page)).toHaveText('1 new, paused');
  await expect(grid(page).getByText('Paul Pauser')).toHaveCount(0);
  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(grid(page).getByText('Paul Pauser')).toBeVisible();
  await expect(pill(page)).toHaveCount(0);
});

test('an empty answer says why, and how many there would be', async ({ page, send, signIn }) => {
  await send.enerflo(person(950001, 'Emil', 'Emptier'));
  await signIn();
  const past = new URLSearchParams({
    q: 'Emptier',
    from: '2026-01-01T00:00:00Z',
    to: '2026-01-02T00:00:00Z',
  });
  await page.goto(`/events?${past}`);
  await expect(page.getByText(/^Nothing between these times\. 1 outside it\.$/)).toBeVisible();
  await page.getByRole('button', { name: 'Show any time' }).click();
  await expect(grid(page).getByText('Emil Emptier')).toBeVisible();

  await page.getByRole('combobox', { name: 'Outcome' }).selectOption({ label: 'Failed' });
  await expect(page.getByRole('button', { name: 'Without the outcome: 1' })).toBeVisible();
  await page.getByRole('button', { name: 'Without the outcome: 1' }).click();
  await expect(grid(page).getByText('Emil Emptier')).toBeVisible();

  await search(page).fill('id = 950001');
  await page.getByRole('main').getByRole('button', { name: 'Choose an event' }).click();
  await page.getByPlaceholder('Find an event, a stage or a type').fill('enerflo.v1.new_customer');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/type=enerflo\.v1\.new_customer/);
  await expect(grid(page).getByText('Emil Emptier')).toBeVisible();
});

test('a view is saved, shared, opened by a colleague, and is what the list opens with', async ({
  page,
  browser,
  installation,
  send,
  signIn,
  expectAccessible,
}) => {
  await send.enerflo(person(980001, 'Vera', 'Viewed'));
  await signIn();
  await find(page, 'Viewed');
  await expect(grid(page).getByText('Vera Viewed')).toBeVisible();
  const menu = page.getByRole('button', { name: /^View: / });
  await menu.click();
  await expectAccessible();
  await page.getByRole('menuitem', { name: 'Save these filters as a view' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('People viewed');
  await page.getByRole('checkbox', { name: /count/ }).check();
  await page.getByRole('checkbox', { name: /Share/ }).check();
  await page.getByRole('button', { name: 'Save view' }).click();
  await expect(menu).toHaveText(/People viewed/);
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /People viewed/ });
  await expect(link).toHaveText(/1$/);

  await page.getByRole('combobox', { name: 'Handled' }).selectOption({ label: 'Not yet' });
  await expect(menu).toHaveText(/changed/);
  await menu.click();
  await page.getByRole('menuitem', { name: /^Update "People viewed"/ }).click();
  await expect(menu).not.toHaveText(/changed/);
  await menu.click();
  await page.getByRole('menuitem', { name: 'Open the list with this view' }).click();
  await page.goto('/flows');
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  await expect(page).toHaveURL(/view=.*q=Viewed|q=Viewed.*view=/);
  await expect(menu).toHaveText(/People viewed/);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(menu).toHaveText(/All events/);
  await page.reload();
  await expect(menu).toHaveText(/All events/);

  const colleague = await addPerson(installation, 'viewer');
  const context = await browser.newContext({ baseURL: installation.url });
  const other = await context.newPage();
  await other.goto('/events');
  await other.getByLabel('E-mail address').fill(colleague.email);
  await other.getByLabel('Password').fill(colleague.password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.getByRole('button', { name: 'View: All events' }).click();
  await other.getByRole('menuitem', { name: /^People viewed/ }).click();
  await expect(grid(other).getByText('Vera Viewed')).toBeVisible();
  await expect(search(other)).toHaveValue('Viewed');
  await context.close();

  await menu.click();
  await page.getByRole('menuitem', { name: /^People viewed/ }).click();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Delete view' }).click();
  await expect(page.getByText('View "People viewed" deleted', { exact: true })).toBeVisible();
  await expect(link).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(link).toBeVisible();

  await link.click();
  await menu.click();
  await page.getByRole('menuitem', { name: 'Open with all events again' }).click();
  await page.goto('/events');
  await expect(menu).toHaveText(/All events/);
});

test('everything by keyboard: search, move, select, compare, open, close, commands', async ({
  page,
  send,
  signIn,
}) => {
  await sendMany(send, 4, 'Keyes', 990000);
  await signIn();
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('keyes');
  await expect(grid(page).getByText('Number3 Keyes')).toBeVisible();
  await expect.poll(async () => (await rowTexts(page)).every((text) => text.includes('Keyes'))).toBe(true);
  await tabTo(page, grid(page));
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+J');
  await expect(page.getByText('2 events selected')).toBeVisible();
  await page.keyboard.press('Shift+J');
  await expect(page.getByText('3 events selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByText('events selected')).toHaveCount(0);
  await page.keyboard.press('Enter');
  const detail = page.getByRole('complementary', { name: 'Event' });
  await expect(detail).toBeVisible();
  const one = page.url();
  await page.keyboard.press('k');
  await expect.poll(() => page.url()).not.toBe(one);
  await page.keyboard.press('Escape');
  await expect(detail).toBeHidden();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');

  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText('2 events selected')).toBeVisible();
  await page.keyboard.press('c');
  await page.waitForURL(/\/events\/compare\?one=.*other=/);

  await page.keyboard.press('Control+k');
  await expect(page.getByPlaceholder('Search or type a command')).toBeFocused();
  await page.keyboard.type('number3 keyes');
  // Her record stands above what was heard of her.
  const found = (group: string) =>
    page.getByRole('group', { name: group }).getByRole('option', { name: /Number3 Keyes/ });
  await expect(found('Homeowners and what is theirs')).toBeVisible();
  await expect(found('Events')).toBeVisible();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/events\?q=number3/);
  await expect(grid(page).getByText('Number3 Keyes')).toBeVisible();
});

test('on a phone: two lines a row, nothing sideways, detail and back', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  await sendMany(send, 40, 'Pocket', 1_000_000);
  await page.setViewportSize({ width: 390, height: 800 });
  await signIn();
  await find(page, 'Pocket');
  await expect(grid(page).getByText('Number39 Pocket')).toBeVisible();
  await expectAccessible();
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
  await grid(page).evaluate((element) => element.scrollTo({ top: 900 }));
  await expect.poll(() => grid(page).evaluate((element) => element.scrollTop)).toBe(900);
  await grid(page).getByText('Number20 Pocket').click();
  await expect(page.getByRole('complementary', { name: 'Event' })).toBeVisible();
  await page.getByRole('button', { name: 'Events' }).click();
  await expect(grid(page).getByText('Number20 Pocket')).toBeVisible();
  expect(await grid(page).evaluate((element) => element.scrollTop)).toBe(900);
});
