import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { admin, expect, test } from './fixtures.ts';
import { type Installation, startInstallation } from './installation.ts';
import { addPerson } from './people.ts';
import { customer } from './samples.ts';

const named = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;

/** Sends a webhook of Enerflo to a copied address, as Enerflo would. */
async function send(address: string, id: number): Promise<number> {
  const body = JSON.stringify(customer({ id }));
  const headers = { 'content-type': 'application/json' };
  return (await fetch(address, { method: 'POST', headers, body })).status;
}

/** Opens an account from the list. A list that is still filling may move away under the first click. */
async function openAccount(page: Page, name: string): Promise<void> {
  const grid = page.getByRole('grid', { name: 'Accounts' });
  await expect(async () => {
    await grid.getByText(name, { exact: true }).first().click({ timeout: 3_000 });
    await expect(page).toHaveURL(/\/accounts\/.+/, { timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('an account is added, takes a webhook at the copied address, and is rotated with both valid', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  const name = named('Enerflo East');
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await signIn();
  await page.getByRole('link', { name: 'Accounts', exact: true }).click();
  await page.getByRole('link', { name: 'Add an account' }).click();
  await page.getByRole('button', { name: 'Add account' }).click();
  await expect(page.getByText('Give the account a name')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await expectAccessible();
  await page.getByRole('button', { name: 'Add account' }).click();

  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('account was never heard')).toBeVisible();
  await expect(page.getByText('that name is this machine only')).toBeVisible();
  const fresh = page.getByRole('region', { name: 'New secret' });
  await fresh.getByRole('button', { name: 'Copy address' }).click();
  const first = await copied();
  expect(first).toMatch(/\/api\/webhooks\/enerflo\/[0-9a-f]{40}$/);
  await expectAccessible();
  expect(await send(first, 81001)).toBe(202);
  await expect(page.getByText('This Enerflo account was last heard')).toBeVisible({ timeout: 20_000 });
  // Enerflo 2.0 calls one of its events the same.
  const heard = page.getByRole('row', { name: /^New customer \(1\.0\)/ });
  await expect(heard.getByRole('link')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Install changed/ })).toContainText('never heard');

  await page.reload();
  await expect(page.getByText('/api/webhooks/enerflo/••••')).toBeVisible();
  await expect(fresh).toHaveCount(0);
  expect(await page.content()).not.toContain(first.slice(-40));

  await page.getByRole('button', { name: 'Make a new address' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('The old address stays valid for').selectOption('7 days');
  await dialog.getByRole('button', { name: 'Make a new address' }).click();
  await fresh.getByRole('button', { name: 'Copy address' }).click();
  const second = await copied();
  expect(second).not.toBe(first);
  expect([await send(first, 81002), await send(second, 81003)]).toEqual([202, 202]);
  const keys = page.getByRole('list', { name: 'Valid keys and passwords' }).getByRole('listitem');
  await expect(keys).toHaveCount(2);
  await keys.filter({ hasText: 'ends' }).getByRole('button', { name: 'End now' }).click();
  await dialog.getByRole('button', { name: 'End key' }).click();
  await expect(keys).toHaveCount(1);
  await expect.poll(() => send(first, 81004)).toBe(401);
  expect(await send(second, 81005)).toBe(202);
});

test('the message to the DSM is ready to copy, without the password', async ({ page, signIn }) => {
  const name = named('Sunnova test');
  await signIn();
  await page.goto('/accounts/new');
  await page.getByLabel('Who sends').selectOption('Sunnova');
  await page.getByLabel('Environment').selectOption('Sandbox');
  await page.getByLabel('Name', { exact: true }).fill(name);
  const username = `snv-${randomUUID().slice(0, 8)}`;
  await page.getByLabel('User name for Sunnova').fill(username);
  await page.getByRole('button', { name: 'Add account' }).click();
  const fresh = page.getByRole('region', { name: 'New secret' });
  await fresh.getByRole('button', { name: 'Copy password' }).click();
  const password = await page.evaluate(() => navigator.clipboard.readText());
  await page.getByRole('button', { name: 'Copy message' }).click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const message = await page.evaluate(() => navigator.clipboard.readText());
  for (const words of [
    'Sandbox',
    username,
    '/api/webhooks/sunnova/cancellation-case',
    'Basic authentication',
  ])
    expect(message).toContain(words);
  expect(message).not.toContain(password);
});

test('a test goes through the door, is shown as one, and changes nothing', async ({ page, signIn }) => {
  await signIn();
  await page.goto('/accounts');
  await openAccount(page, 'Sunnova');
  await page.getByRole('button', { name: 'Send yourself a test' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Event').selectOption('Cancellation case (sunnova.cancellation-case)');
  await dialog.getByRole('button', { name: 'Send test' }).click();
  await expect(dialog.getByText('The address works: answered 202')).toBeVisible();
  await dialog.getByRole('link', { name: 'Open the event' }).click();
  await expect(page.getByText('A test sent from this console').first()).toBeVisible();
  await page.goto('/events');
  const row = page
    .getByRole('grid', { name: 'Events' })
    .getByRole('row')
    .filter({ hasText: 'A test, not sent' });
  await expect(row.first()).toContainText('Cancellation case');
});

test('an API key is set and never comes back', async ({ page, signIn, installation }) => {
  const key = `made-up-${randomUUID()}`;
  const seen: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/api/')) seen.push(await response.text().catch(() => ''));
  });
  await signIn();
  await page.goto('/accounts');
  await openAccount(page, 'Enerflo');
  await page.getByLabel('Enerflo API key').fill(key);
  await page.getByRole('button', { name: 'Set API key' }).click();
  await expect(page.getByText('It is stored sealed and never shown again')).toBeVisible();
  await expect(page.getByLabel('Enerflo API key')).toHaveValue('');
  await page.reload();
  await expect(page.getByText('It is stored sealed and never shown again')).toBeVisible();
  expect(await page.content()).not.toContain(key);
  expect(seen.length).toBeGreaterThan(3);
  expect(seen.filter((text) => text.includes(key))).toEqual([]);
  expect(installation.output()).not.toContain(key);
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByRole('button', { name: 'Remove API key' }).click();
  await expect(page.getByText('Not set.')).toBeVisible();
});

test('switching off asks with the name; a viewer sees accounts and changes nothing', async ({
  page,
  signIn,
  installation,
  expectAccessible,
}) => {
  const name = named('To be switched off');
  await signIn();
  await page.goto('/accounts/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add account' }).click();
  await page.getByRole('button', { name: 'Switch off' }).click();
  const dialog = page.getByRole('dialog', { name: `Switch “${name}” off?` });
  await dialog.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByText('it takes nothing in')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send yourself a test' })).toBeDisabled();
  const address = page.url();

  const viewer = await addPerson(installation, 'viewer');
  await page.context().clearCookies();
  await signIn(viewer);
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  for (const verb of ['Rename', 'Switch on', 'Make a new address', 'Set API key', 'End now'])
    await expect(page.getByRole('button', { name: verb })).toHaveCount(0);
  await page.goto('/accounts/new');
  await expect(page.getByText('There is no page here')).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ['/accounts', new URL(address).pathname]) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test.describe('in an empty console', () => {
  let empty: Installation;
  test.beforeAll(async () => {
    empty = await startInstallation({ ADMIN_EMAIL: admin.email, ADMIN_PASSWORD: admin.password });
  });
  test.afterAll(() => empty.stop());

  test('the first steps are done by themselves as they happen, then gone', async ({ browser }) => {
    const page = await browser.newPage({ baseURL: empty.url });
    await page.goto('/sign-in');
    await page.getByLabel('E-mail address').fill(admin.email);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL('**/events**');
    const steps = page.getByRole('region', { name: 'First steps' });
    await expect(steps).toContainText('Connect an account');
    await steps.getByRole('link', { name: 'Open accounts' }).click();
    await expect(steps).toContainText('0 of 3 done');
    await openAccount(page, 'Enerflo');
    await page.getByRole('button', { name: 'Make a new address' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Make a new address' }).click();
    await expect(page.getByRole('region', { name: 'New secret' })).toBeVisible();
    await page.getByRole('link', { name: 'Flows', exact: true }).click();
    await expect(steps).toContainText('1 of 3 done. Next: Hear a first event');
    expect(await send(`${empty.url}/api/webhooks/enerflo/${empty.keys.ENERFLO_WEBHOOK_KEY}`, 91)).toBe(202);
    await expect(steps).toContainText('2 of 3 done. Next: Make a flow');
    const made = await page.evaluate(async () => {
      const { items } = await (await fetch('/api/connections')).json();
      const destination = {
        name: 'CRM',
        method: 'POST',
        url: 'https://crm.example.com/records',
        headers: {},
        auth: 'none',
        repeatSafe: false,
      };
      const row = { target: 'note', source: { kind: 'constant', value: 'x' } };
      const flow = {
        name: 'First',
        connectionId: items[0].id,
        eventTypes: ['crm.contact.updated'],
        destination,
        rows: [row],
        ordering: 'every',
      };
      const response = await fetch('/api/flows', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(flow),
      });
      return [response.status, await response.text()];
    });
    expect(made).toEqual([200, expect.any(String)]);
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Flows' })).toBeVisible();
    await expect(page.getByRole('grid', { name: 'Flows' }).getByText('First')).toBeVisible();
    await expect(steps).toHaveCount(0);
    await page.close();
  });
});
