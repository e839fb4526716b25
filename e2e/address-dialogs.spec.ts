import type { Page } from '@playwright/test';
import { askWell } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { customer } from './samples.ts';

type Made = { connection: { id: string }; secret: { url: string } };

/** A new Enerflo account, opened; gives how to send to its address. */
async function openNew(page: Page, name: string) {
  const account = { source: 'enerflo', environment: 'sandbox', name };
  const { connection, secret }: Made = await askWell(page, 'POST', '/api/connections', account);
  await page.goto(`/accounts/${connection.id}`);
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  let id = 1_030_000;
  return async (headers: Record<string, string> = {}): Promise<number> => {
    const body = JSON.stringify(customer({ id: id++ }));
    const sent = { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } };
    return (await fetch(secret.url, sent)).status;
  };
}

/** The dialog in front is accessible and fits, on a phone and on a large screen. */
async function expectItFits(page: Page, expectAccessible: () => Promise<void>): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectAccessible();
    const sideways = await page
      .locator('html, main, dialog')
      .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
    expect(sideways, `${width}`).toBe(0);
  }
}

for (const scheme of ['light', 'dark'] as const) {
  test(`who may send to an address is set and lifted, ${scheme}`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await signIn();
    const send = await openNew(page, `Allow list ${scheme}`);
    expect(await send()).toBe(202);
    const row = page.locator('dt', { hasText: 'Takes requests from' }).locator('+ dd');
    await expect(row).toContainText('anywhere');

    await page.getByRole('button', { name: 'Change who may send' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who may send to this address' });
    const field = dialog.getByRole('textbox', { name: /Addresses and blocks/ });
    await field.fill('hooks.enerflo.example.com\n203.0.113.0/24');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('“hooks.enerflo.example.com” is neither an address')).toBeVisible();
    await expectItFits(page, expectAccessible);
    await field.fill('203.0.113.0/24, 2001:db8::7');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(row).toContainText('203.0.113.0/24, 2001:db8::7');
    await expect.poll(() => send()).toBe(403);

    await page.getByRole('button', { name: 'Change who may send' }).click();
    await expect(field).toHaveValue('203.0.113.0/24\n2001:db8::7');
    await field.fill('127.0.0.0/8\n::1');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText('127.0.0.0/8, ::1');
    await expect.poll(() => send()).toBe(202);
    await page.getByRole('button', { name: 'Change who may send' }).click();
    await field.fill('');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText('anywhere');
  });

  test(`what a sender must show besides the key is asked for from then on, ${scheme}`, async ({
    page,
    signIn,
    expectAccessible,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await signIn();
    const send = await openNew(page, `Demand ${scheme}`);
    const row = page.locator('dt', { hasText: 'Asks besides for' }).locator('+ dd');
    const change = page.getByRole('button', { name: 'Change what is asked for besides the key' });
    const dialog = page.getByRole('dialog', { name: 'What the sender must show besides the key' });
    const kind = dialog.getByLabel('Ask besides for');
    const save = dialog.getByRole('button', { name: 'Save' });
    const made = async (label: string) =>
      (await page
        .getByRole('region', { name: 'New secret' })
        .getByText(label, { exact: true })
        .locator('+ span code')
        .textContent()) ?? '';

    await change.click();
    await kind.selectOption({ label: 'A header with a secret value' });
    await dialog.getByLabel('Name of the header').fill('Content-Type');
    await dialog.getByLabel('Its value').fill('short');
    await save.click();
    await expect(dialog.getByText('Senders set this header themselves')).toBeVisible();
    await expect(dialog.getByText('Use at least 8 characters')).toBeVisible();
    await expectItFits(page, expectAccessible);
    await dialog.getByLabel('Name of the header').fill('X-Example');
    await dialog.getByLabel('Its value').fill('');
    await save.click();
    await expect(row).toContainText('the header X-Example');
    const value = await made('Value');
    await expect.poll(() => send()).toBe(401);
    expect(await send({ 'x-example': 'something else' })).toBe(401);
    expect(await send({ 'x-example': value })).toBe(202);

    await change.click();
    await kind.selectOption({ label: 'Basic credentials (user name and password)' });
    await dialog.getByLabel('User name').fill('no spaces');
    await save.click();
    await expect(dialog.getByText('without spaces or colons')).toBeVisible();
    await expectItFits(page, expectAccessible);
    const username = `sender-${scheme}`;
    await dialog.getByLabel('User name').fill(username);
    await save.click();
    await expect(row).toContainText(`Basic credentials of ${username}`);
    const basic = Buffer.from(`${username}:${await made('Password')}`).toString('base64');
    await expect.poll(() => send({ authorization: `Basic ${basic}` })).toBe(202);
    expect(await send({ 'x-example': value })).toBe(401);

    await page.reload();
    await change.click();
    await expect(kind).toHaveValue('basic');
    await expect(dialog.getByLabel('User name')).toHaveValue(username);
    await kind.selectOption({ label: 'Nothing: the key in the address is enough' });
    await save.click();
    await expect(row).toContainText('nothing: the key in the address is enough');
    await expect.poll(() => send()).toBe(202);
  });
}
