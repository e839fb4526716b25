import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { consolePages } from './console-pages.ts';
import { admin, expect, test } from './fixtures.ts';
import { startInstallation } from './installation.ts';
import { makeOneOfEach, type OneOfEach } from './one-of-each.ts';
import { customer } from './samples.ts';
import { tabTo } from './tab-to.ts';

/** Pages before sign-in, which the empty installation below shows, and the one that only leads on. */
const elsewhere = ['/', '/sign-in', '/first-run', '/choose-password'];
/** Where nothing is there yet, each says what will be. */
const lists = ['/events', '/cancellations', '/flows', '/deliveries', '/actions', '/bulk', '/refusals'];

let made: Promise<OneOfEach> | undefined;
const schemes = ['light', 'dark'] as const;

// By itself, so that the time of the first group is that of its pages.
test('one of everything that has a page is made', async ({ page, send, signIn, enerflo, sandbox }) => {
  test.setTimeout(120_000);
  await signIn();
  made = makeOneOfEach({ page, send, enerflo, sandbox });
  const { accounts, ...ids } = await made;
  for (const [name, id] of Object.entries({ ...accounts, ...ids }))
    expect(id, name).toMatch(/^[\da-f-]{36}$/);
});

for (const [name, pagesOf] of Object.entries(consolePages)) {
  for (const scheme of schemes) {
    test(`${name}: every page is accessible and fits a phone, ${scheme}`, async ({
      page,
      send,
      signIn,
      enerflo,
      sandbox,
      expectAccessible,
    }) => {
      test.setTimeout(120_000);
      await page.emulateMedia({ colorScheme: scheme });
      await signIn();
      made ??= makeOneOfEach({ page, send, enerflo, sandbox });
      for (const address of pagesOf(await made)) {
        await page.goto(address);
        await expectItLooksRight(page, address, expectAccessible);
      }
    });
  }
}

test('no page is left out', () => {
  const ids = new Proxy(Object.create(null), { get: (_, name) => (name === 'accounts' ? ids : 'some-id') });
  const seen = Object.values(consolePages).flatMap((pagesOf) => pagesOf(ids));
  const routes = readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'page.tsx')
    .map((file) => `/${path.dirname(file)}`.replace(/\/\(\w+\)|\/\.$/g, '') || '/');
  expect(routes.length).toBeGreaterThan(30);
  const looked = new Set(
    [...elsewhere, ...seen].map((address) => routeOf(routes, address.split('?')[0] ?? '')),
  );
  expect(routes.filter((route) => !looked.has(route))).toEqual([]);
});

test('the pages before sign-in and those of an empty installation are accessible and fit a phone', async ({
  page,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const installation = await startInstallation();
  const open = async (address: string, shown: readonly ('light' | 'dark')[]) => {
    await page.goto(new URL(address, installation.url).href);
    for (const colorScheme of shown) {
      await page.emulateMedia({ colorScheme });
      await expectItLooksRight(page, address, expectAccessible);
    }
  };
  try {
    await open('/first-run', schemes);
    await page.getByLabel('Name').fill('Ada Sample');
    await page.getByLabel('E-mail address').fill(admin.email);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByLabel(/code/i).fill(/with the code (\S+)/.exec(installation.output())?.[1] ?? '');
    await page.getByRole('button', { name: /admin/i }).click();
    await page.waitForURL('**/events**');
    for (const list of lists) await open(list, ['dark']);
    const { link } = await page.evaluate(async () => {
      const body = JSON.stringify({ name: 'Ben Sample', email: 'ben@example.com', role: 'viewer' });
      const headers = { 'content-type': 'application/json' };
      return (await fetch('/api/people', { method: 'POST', headers, body })).json();
    });
    await page.context().clearCookies();
    await open(link.url, schemes);
    await expect(page.getByText('Welcome, Ben Sample')).toBeVisible();
    await open('/sign-in', schemes);
  } finally {
    await installation.stop();
  }
});

test('the keyboard moves through the list, opens and closes', async ({ page, send, signIn }) => {
  await send.enerflo(customer({ id: 61002, full_name: 'Kit Keys', first_name: 'Kit', last_name: 'Keys' }));
  await signIn();
  const grid = page.getByRole('grid', { name: 'Events' });
  await expect(grid.getByText('Kit Keys')).toBeVisible();
  await tabTo(page, grid);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/event=/);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/event=/);
});

/** What the page shows once everything is read: on a phone and on a large screen. */
async function expectItLooksRight(
  page: Page,
  address: string,
  expectAccessible: () => Promise<void>,
): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
    // Grey bars in the shape of what will come, and a list that is being read.
    const reading = page.locator('.animate-appear-late, [role=grid][aria-busy=true]');
    await expect(reading.filter({ visible: true })).toHaveCount(0);
    await test.step(`${address} at ${width}`, expectAccessible);
    const sideways = () =>
      page
        .locator('html, main, aside, [role=grid]')
        .evaluateAll((all) =>
          all
            .filter((each) => each.scrollWidth > each.clientWidth)
            .map((each) => each.outerHTML.slice(0, 120)),
        );
    await expect.poll(sideways, `${address} at ${width} scrolls sideways`).toEqual([]);
  }
}

/** The route that serves an address: one without placeholders goes first. */
function routeOf(routes: readonly string[], address: string): string | undefined {
  return (
    routes.find((route) => route === address) ??
    routes.find((route) => new RegExp(`^${route.replace(/\[\w+\]/g, '[^/]+')}$`).test(address))
  );
}
