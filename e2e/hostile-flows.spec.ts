import type { Page } from '@playwright/test';
import { askWell } from './ask.ts';
import { expect, test } from './fixtures.ts';
import { hostile } from './hostile-texts.ts';
import { expectItHolds, expectNothingUnseen } from './it-holds.ts';
import { ownAccount } from './own-account.ts';
import { customer } from './samples.ts';

const { turned, mixed, large } = hostile;
const texts = [turned, mixed, large];
const mapped = ['full_name', 'email'];

/** A customer with such a text in its name, its address and the field's own name. */
function customerOf(text: string, at: number) {
  // A request has room for two texts of 2 MB.
  const more = text === large ? {} : { last_name: text, lead_source: text, [text]: text };
  return customer({ id: 74_000 + at, full_name: text, email: text, ...more });
}

test('fields with such texts are picked for a flow, and its result shows them as text', async ({
  page,
  signIn,
}) => {
  test.setTimeout(180_000);
  await signIn();
  const account = await ownAccount(page, 'enerflo', 'Picked');
  for (const [at, text] of texts.entries()) {
    const where = text.slice(0, 60);
    await account.tell(customerOf(text, at));
    await page.goto('/flows/new');
    await page.getByLabel('Account').selectOption(account.id);
    await page
      .getByRole('checkbox', { name: /^New customer/ })
      .first()
      .check();
    for (const [number, field] of mapped.entries()) {
      await page.getByRole('button', { name: 'Add field' }).click();
      await page.getByRole('button', { name: `Value of field ${number + 1}: choose` }).click();
      await page.getByPlaceholder('Find by name, path or value').fill(field);
      const option = page.getByRole('listbox').getByRole('option', { name: beginning(text) });
      await expect(option.first(), where).toBeVisible();
      await expectNothingUnseen(page, `the fields with ${where}`);
      await option.first().click();
    }
    const result = page.getByRole('region', { name: 'Result' });
    await expect(result.getByRole('region', { name: 'Data' }), where).toContainText(
      JSON.stringify(text.slice(0, 10)).slice(1, -1),
    );
    await expectItHolds(page, where);
    await expectNothingUnseen(page, `the form with ${where}`);
    await forgetDraft(page);
  }
});

test('a delivery of such texts is listed and opened, with all that was sent, and arrives as it came', async ({
  page,
  signIn,
  sandbox,
}) => {
  test.setTimeout(180_000);
  await signIn();
  const account = await ownAccount(page, 'enerflo', 'Delivered');
  // What comes from a sandbox is sent to a CRM of the sandbox.
  await ownAccount(page, 'crm', 'Delivered');
  await askWell(page, 'POST', '/api/flows', {
    name: 'Odd texts to the CRM',
    connectionId: account.id,
    eventTypes: ['enerflo.v1.new_customer'],
    ordering: 'every',
    rows: mapped.map((path) => ({ target: path, source: { kind: 'field', path } })),
    destination: {
      name: 'The CRM',
      method: 'POST',
      url: `${sandbox.url}/records`,
      headers: {},
      auth: 'none',
      repeatSafe: true,
    },
  });
  for (const [at, text] of texts.entries()) {
    const where = text.slice(0, 60);
    const event = await account.tell(customerOf(text, 100 + at));
    const delivery = await deliveredOf(page, event);
    await page.goto('/deliveries');
    const cell = page.getByRole('grid', { name: 'Deliveries' }).getByText(beginning(text)).first();
    await expect(cell, where).toBeVisible();
    await expectItHolds(page, `the list with ${where}`);
    await page.goto(`/deliveries?delivery=${delivery}`);
    const detail = page.getByRole('complementary', { name: 'Delivery' });
    await expect(detail.getByRole('heading', { name: 'One try' }), where).toBeVisible();
    await expect(detail.getByText(beginning(text)).first(), where).toBeVisible();
    await expectNothingUnseen(page, `the delivery of ${where}`);
    await page.goto(`/deliveries?delivery=${delivery}`);
    await expectItHolds(page, `the delivery of ${where}`);
  }
  const arrived = await fetch(`${sandbox.url}/received?limit=${texts.length}`);
  const sent: { body: unknown }[] | { items: { body: unknown }[] } = await arrived.json();
  const bodies = (Array.isArray(sent) ? sent : sent.items).map(({ body }) => body);
  for (const text of [turned, mixed]) expect(bodies).toContainEqual({ full_name: text, email: text });
});

/** How a text begins on a page: what comes before the first sign that nobody sees. */
function beginning(text: string): RegExp {
  const [first = ''] = text.split(/[\u200b\u202e]/);
  return new RegExp(
    first
      .slice(0, 40)
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
}

/** What was typed into the form is kept for the next time it opens; not here. */
async function forgetDraft(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
}

async function deliveredOf(page: Page, eventId: string): Promise<string> {
  let id = '';
  await expect
    .poll(async () => {
      const { items } = await askWell(page, 'GET', `/api/deliveries?eventId=${eventId}`);
      id = items[0]?.id ?? '';
      return items[0]?.state;
    })
    .toBe('delivered');
  return id;
}
