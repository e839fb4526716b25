import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { customer } from './samples.ts';

// The others send through the flow that the first one makes.
test.describe.configure({ mode: 'serial' });

test('a flow made with the form delivers an event, mapped, with request and response to read', async ({
  page,
  send,
  signIn,
  sandbox,
  expectAccessible,
}) => {
  await send.enerflo(
    customer({ id: 51000, full_name: 'Fay Former', first_name: 'Fay', last_name: 'Former' }),
  );
  await signIn();
  await page.getByRole('link', { name: 'Flows' }).click();
  await page.getByRole('link', { name: 'New flow' }).first().click();
  await page.getByLabel('Flow name').fill('Customers to the CRM');
  await chooseAccount(page, 'Enerflo');
  await page
    .getByRole('checkbox', { name: /^New customer/ })
    .first()
    .check();
  await page.getByLabel('Destination name').fill('Sandbox CRM');
  await page.getByLabel('Address').fill(`${sandbox.url}/records`);
  await mapField(page, 1, 'contact.email', 'email');
  await mapField(page, 2, 'contact.lastName', 'last name');
  // The result shows what the latest event would send.
  await expect(page.getByRole('region', { name: 'Result' })).toContainText('Former');
  await expectAccessible();
  await page.getByRole('button', { name: 'Create flow' }).click();
  await expect(page.getByRole('button', { name: 'Publish version 2' })).toBeVisible();

  const id = await send.enerflo(
    customer({
      id: 51001,
      full_name: 'Dora Delivered',
      first_name: 'Dora',
      last_name: 'Delivered',
      email: 'dora@example.com',
    }),
  );
  await page.goto(`/events/${id}`);
  await expect(page.getByRole('main').getByText('Delivered', { exact: true }).first()).toBeVisible();
  const received = await receivedBy(sandbox.url, id);
  expect(received.map((request) => request.body)).toEqual([
    { contact: { email: 'dora@example.com', lastName: 'Delivered' } },
  ]);
  // The event's own page shows both sides of it, as they went over the wire.
  const deliveries = page.getByRole('region', { name: 'Deliveries' });
  await expect(deliveries.getByText('Try 1', { exact: true })).toHaveCount(0);
  await deliveries.getByText('What was sent and answered', { exact: true }).click();
  await expect(deliveries.getByText('Try 1', { exact: true })).toBeVisible();
  await expect(deliveries.getByText('Answer: 201', { exact: true })).toBeVisible();
  await expect(deliveries.getByText(`POST ${sandbox.url}/records`, { exact: true })).toBeVisible();
  await expect(deliveries.getByRole('tree', { name: 'Data' })).toContainText('dora@example.com');
  await expectAccessible();

  await page.getByRole('link', { name: 'Deliveries', exact: true }).first().click();
  await page.getByRole('grid', { name: 'Deliveries' }).getByText('Dora Delivered').click();
  const detail = page.getByRole('complementary', { name: 'Delivery' });
  await expect(detail).toContainText('/records');
  await expect(detail).toContainText('201');
  await expectAccessible();
});

test('what the CRM refuses is tried again, then failed, and goes through when sent again by hand', async ({
  page,
  send,
  signIn,
  sandbox,
}) => {
  await fetch(`${sandbox.url}/behave`, { method: 'POST', body: JSON.stringify({ answer: 500 }) });
  const id = await send.enerflo(
    customer({ id: 51002, full_name: 'Rex Retry', first_name: 'Rex', last_name: 'Retry' }),
  );
  await signIn();
  await page.goto(`/events/${id}`);
  await expect(page.getByRole('main').getByText('Failed', { exact: true }).first()).toBeVisible({
    timeout: 20_000,
  });
  await fetch(`${sandbox.url}/behave`, { method: 'DELETE' });
  await page.goto('/deliveries');
  await page.getByRole('grid', { name: 'Deliveries' }).getByText('Rex Retry').click();
  await page.getByRole('button', { name: 'Send again' }).click();
  const detail = page.getByRole('complementary', { name: 'Delivery' });
  await expect(detail.getByText('Delivered', { exact: true }).first()).toBeVisible();
  expect(await receivedBy(sandbox.url, id)).toHaveLength(1);
});

test('two hundred copies at once are one event, counted, and one delivery', async ({
  page,
  send,
  signIn,
  sandbox,
}) => {
  const body = customer({ id: 51003, full_name: 'Cora Copies', first_name: 'Cora', last_name: 'Copies' });
  const ids = await Promise.all(Array.from({ length: 200 }, () => send.enerflo(body)));
  expect(new Set(ids).size).toBe(1);
  const id = ids[0] ?? '';
  await signIn();
  await page.goto(`/events/${id}`);
  await expect(page.getByRole('main').getByText('Delivered', { exact: true }).first()).toBeVisible();
  await expect(page.getByText('It came 200 times.')).toBeVisible();
  expect(await receivedBy(sandbox.url, id)).toHaveLength(1);
});

async function chooseAccount(page: Page, name: string): Promise<void> {
  const account = page.getByLabel('Account');
  const value = await account.locator('option', { hasText: name }).first().getAttribute('value');
  await account.selectOption(value);
}

async function mapField(page: Page, number: number, target: string, search: string): Promise<void> {
  await page.getByRole('button', { name: 'Add field' }).click();
  await page.getByRole('textbox', { name: `Name at the destination, field ${number}` }).fill(target);
  await page.getByRole('button', { name: `Value of field ${number}: choose` }).click();
  await page.getByPlaceholder('Find by name, path or value').fill(search);
  await page.getByRole('listbox').getByRole('option').first().click();
}

type Received = { headers: Record<string, string>; body: unknown };

async function receivedBy(sandbox: string, eventId: string): Promise<Received[]> {
  const response = await fetch(`${sandbox}/received?limit=100`);
  const all: Received[] | { items: Received[] } = await response.json();
  return (Array.isArray(all) ? all : all.items).filter(
    (request) => request.headers['heliograph-event'] === eventId,
  );
}
