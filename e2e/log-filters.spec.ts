import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { Page } from '@playwright/test';
import { askWell } from './ask.ts';
import { find, grid, person, rowTexts, search } from './event-list.ts';
import { expect, test } from './fixtures.ts';
import { install } from './samples.ts';

test('environment, sender and stage narrow the list down, each by its filter and by the link', async ({
  page,
  installation,
  send,
  signIn,
}) => {
  await signIn();
  const { connection, secret } = await askWell(page, 'POST', '/api/connections', {
    source: 'enerflo',
    environment: 'sandbox',
    name: `Filters ${randomUUID().slice(0, 8)}`,
  });
  const boxed = person(1_050_001, 'Boxed', 'Siftwell');
  await post(secret.url, boxed);
  await post(secret.url, { ...boxed, webhook_event: 'update_customer' });
  await post(secret.url, install({ id: 1_050_002 }));
  await send.enerflo(person(1_050_003, 'Near', 'Siftwell'));
  const far = '127.0.0.77';
  const key = installation.keys.ENERFLO_WEBHOOK_KEY;
  const own = `${installation.url}/api/webhooks/enerflo/${key}`;
  await post(own, person(1_050_004, 'Faraway', 'Siftwell'), far);

  await page.goto('/events');
  await find(page, 'Siftwell');
  const [first, second] = ['New customer (1.0) Boxed Siftwell', 'Customer changed (1.0) Boxed Siftwell'];
  const [near, away] = ['New customer (1.0) Near Siftwell', 'New customer (1.0) Faraway Siftwell'];
  await expectRows(page, [away, near, second, first]);

  const environment = page.getByRole('combobox', { name: 'Environment' });
  await environment.selectOption({ label: 'Sandbox' });
  await expectRows(page, [second, first], { q: 'Siftwell', environment: 'sandbox' });
  await environment.selectOption({ label: 'Production' });
  await expectRows(page, [away, near], { q: 'Siftwell', environment: 'production' });
  await environment.selectOption({ label: 'Any' });
  await expectRows(page, [away, near, second, first], { q: 'Siftwell' });

  await page.getByRole('button', { name: /^Sender/ }).click();
  await page.getByRole('textbox', { name: 'Network address of the sender' }).fill(far);
  await page.getByRole('button', { name: 'Show these' }).click();
  await expectRows(page, [away], { q: 'Siftwell', address: far });
  await expect(page.getByRole('button', { name: `Sender ${far}` })).toBeVisible();

  await page.goto(`/events?connection=${connection.id}`);
  await expectRows(page, ['Install changed', second, first], { connection: connection.id });
  await page.getByRole('button', { name: /^Event/ }).click();
  await page.getByPlaceholder('Find an event, a stage or a type').fill('guide step 1.2');
  await page.getByRole('option', { name: 'All of guide step 1.2' }).click();
  const stage = { connection: connection.id, stage: 'guide step 1.2' };
  await expectRows(page, [second, first], stage);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Event All of guide step 1.2' })).toBeVisible();
  await expectRows(page, [second, first], stage);
});

test('a search by a mistyped field says so, and the field that is meant finds the event', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  const [shortCode, type] = ['m1styped7', 'enerflo.v2.deal.created'];
  await send.enerflo({
    event: 'deal.created',
    payload: { targetOrg: randomUUID(), deal: { id: randomUUID(), shortCode } },
  });
  await signIn();
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
  });
  // With a further filter, so that it is counted what there is without each.
  await page.goto(`/events?type=${type}&range=24h`);
  await expect(grid(page).getByRole('row').nth(1)).toBeVisible();
  const typed = `payload.deal.shortcode = ${shortCode}`;
  await search(page).fill(typed);
  await expect(
    page.getByText(/newest (event|\d+ events) of this type has (no|a) field payload\.deal\.shortcode\./),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: /^Without the search: \d/ })).toBeVisible();
  await expectAccessible();
  await page.getByText('Did you mean').getByRole('link', { name: 'payload.deal.shortCode' }).click();
  const q = `payload.deal.shortCode = ${shortCode}`;
  await expect(search(page)).toHaveValue(q);
  await expectRows(page, ['New deal'], { type, range: '24h', q });
  await page.goBack();
  await expect(search(page)).toHaveValue(typed);

  await search(page).fill('payload.deal.shortCode = nobody');
  await expect(page.getByText('is there, but no event that fits has this value')).toBeVisible();
  await search(page).fill(`payload.deal.shortCode != ${shortCode}`);
  await expect(page.getByText('A field and its value are looked for by = alone')).toBeVisible();
  await expect(page.getByText(q, { exact: true })).toBeVisible();
  expect(refused).toEqual([]);
});

/** The rows are these, from the top, each with all of its words; the address has these filters and no others. */
async function expectRows(page: Page, rows: string[], filters?: Record<string, string>): Promise<void> {
  const missing = (text: string, row = '') =>
    row.match(/\([^)]*\)|\S+/g)?.filter((word) => !text.includes(word));
  await expect
    .poll(async () => (await rowTexts(page)).map((text, at) => missing(text, rows[at])))
    .toEqual(rows.map(() => []));
  if (!filters) return;
  await expect.poll(() => Object.fromEntries(new URL(page.url()).searchParams)).toEqual(filters);
}

/** Sends it, as a sender at this network address of the machine would. */
function post(url: string, body: unknown, localAddress = '127.0.0.1'): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const { hostname: _name, port, pathname } = new URL(url);
    const options = { method: 'POST', host: '127.0.0.1', port, path: pathname, headers, localAddress };
    const sent = request(options, (answer) => {
      answer.resume();
      if (answer.statusCode === 202) resolve();
      else reject(new Error(`answered ${answer.statusCode}`));
    });
    sent.on('error', reject);
    sent.end(JSON.stringify(body));
  });
}
