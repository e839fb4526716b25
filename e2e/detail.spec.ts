import { randomUUID } from 'node:crypto';
import type { Download } from '@playwright/test';
import { grid, person, search } from './event-list.ts';
import { expect, test } from './fixtures.ts';
import { cancellation, customer, install } from './samples.ts';

const homeowner = {
  first_name: 'Quilla',
  last_name: 'Featherstone',
  full_name: 'Quilla Featherstone',
  email: 'quilla.f@example.com',
  phone: '(480) 555-0134',
};
const updated = (second: number) => ({
  timestamps: { updated_at: `2026-01-02 10:00:0${second}`, timezone: 'UTC' },
});

async function textOf(download: Download): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

test('what changed since the event before is said in words, and leads there', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  const before = await send.enerflo(
    install({ id: 83001, status: { id: 4, name: 'On Hold' }, updated_at: '2026-01-02 10:00:00' }),
  );
  const id = await send.enerflo(
    install({
      id: 83001,
      status: { id: 5, name: 'Active' },
      current_milestone: { title: 'Permit' },
      updated_at: '2026-01-02 11:00:00',
    }),
  );
  await signIn();
  await page.goto(`/events/${id}`);
  const since = page.getByRole('region', { name: 'Since the event before' });
  const status = since.getByRole('listitem').filter({ hasText: 'Status' }).filter({ hasText: 'On Hold' });
  await expect(status).toContainText('On Hold');
  await expect(status).toContainText('Active');
  await expect(since.getByText('filled:')).toBeVisible();
  await since.getByText('paths of the data differ').click();
  await expect(since.getByText('body.status.name', { exact: true })).toBeVisible();
  await expectAccessible();

  await since.getByRole('link', { name: 'Install changed' }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${before}$`));
  await expect(page.getByRole('region', { name: 'Since the event before' })).toBeHidden();
  await page.getByRole('link', { name: 'Next event of this record' }).click();
  await expect(page).toHaveURL(new RegExp(`/events/${id}$`));
});

test('two events are compared: in a sentence, field by field, swapped, and with another by its short id', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  const one = await send.enerflo(
    install({ id: 83101, status: { id: 4, name: 'On Hold' }, updated_at: '2026-01-02 10:00:00' }),
  );
  const other = await send.enerflo(
    install({ id: 83101, status: { id: 5, name: 'Active' }, updated_at: '2026-01-02 11:00:00' }),
  );
  const third = await send.enerflo(customer({ id: 83102, ...homeowner }));
  await signIn();
  await page.goto(`/events/${other}`);
  await page.getByRole('button', { name: 'Compare with…' }).click();
  await page.getByRole('menuitem', { name: 'The event before, of the same record' }).click();
  await expect(page).toHaveURL(new RegExp(`one=${one}&other=${other}`));
  await expect(page.getByText('Both are about the same Enerflo install. The other is newer')).toBeVisible();
  const fields = page.getByRole('table', { name: 'Fields of both events' });
  const status = fields.getByRole('row', { name: /^Status Enerflo install/ });
  await expect(status.getByRole('cell').nth(0)).toContainText('On Hold');
  await expect(status.getByRole('cell').nth(1)).toContainText('Active');
  await expect(fields.getByRole('row', { name: /^Company id/ })).toBeHidden();
  await expectAccessible();

  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(fields.getByRole('row', { name: /^Company id/ })).toBeVisible();
  await expect(page).toHaveURL(/show=everything/);
  await page.getByRole('button', { name: 'Swap' }).click();
  await expect(page.getByText('The one is newer')).toBeVisible();

  await page.getByRole('region', { name: 'Other' }).getByRole('button', { name: 'Take another' }).click();
  await page.getByRole('textbox', { name: 'The event' }).fill(third.slice(-8));
  await page.getByRole('button', { name: 'Take this event' }).click();
  await expect(page.getByText('They are about different records.')).toBeVisible();

  await page.goto('/events/compare?one=nonsense');
  await page.getByRole('textbox', { name: 'The one event' }).fill('not an event');
  await page.getByRole('button', { name: 'Take this event' }).first().click();
  await expect(page.getByText('Paste a link to an event')).toBeVisible();
  await page.getByRole('textbox', { name: 'The one event' }).fill(`http://localhost/events/${one}`);
  await page.getByRole('button', { name: 'Take this event' }).first().click();
  await page.getByRole('textbox', { name: 'The other event' }).fill(other);
  await page.getByRole('button', { name: 'Take this event' }).click();
  await expect(page.getByText('Both are about the same Enerflo install.')).toBeVisible();
});

test('a copy for support, opened again, says what came and names nobody', async ({ page, send, signIn }) => {
  const id = await send.enerflo(
    customer({ id: 83201, ...homeowner, gate_code: 'ask Quilla at the blue door' }),
  );
  await signIn();
  await page.goto(`/events/${id}`);
  await page.getByRole('button', { name: 'Copy for support' }).click();
  await expect(page.getByText('are masked. It is noted in the audit log.')).toBeVisible();
  const started = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Download file' }).click();
  const download = await started;
  expect(download.suggestedFilename()).toBe(`heliograph-event-${id.slice(-8)}.json`);
  const text = await textOf(download);
  expect(JSON.parse(text)).toMatchObject({
    id,
    type: 'enerflo.v1.new_customer',
    recognised: true,
    sha256OfRawBytes: expect.stringMatching(/^[\da-f]{64}$/),
    data: { id: 83201, first_name: '[name]', email: '[email]', address: { state: 'EX', zip: '[ZIP code]' } },
  });
  expect(text).not.toMatch(/quilla|featherstone|555|example st|sample city|12345|blue door/i);
});

test('copies are listed with how each differs, and its own bytes', async ({
  page,
  send,
  signIn,
  installation,
}) => {
  const body = JSON.stringify(customer({ id: 83301, ...homeowner, ...updated(1) }));
  const id = await send.enerflo(JSON.parse(body));
  await send.enerflo(JSON.parse(body));
  const spaced = JSON.stringify(JSON.parse(body), null, 2);
  await send.raw(`enerflo/${installation.keys.ENERFLO_WEBHOOK_KEY}`, spaced);
  await signIn();
  await page.goto(`/events/${id}`);
  const copies = page.getByRole('region', { name: 'Came 3 times' });
  await expect(copies.getByText('the same bytes')).toBeVisible();
  await copies.getByText('written differently').click();
  await expect(copies.getByText('Only white space or the order of fields is different')).toBeVisible();
  const started = page.waitForEvent('download');
  await copies.getByRole('link', { name: 'Raw data of this copy' }).click();
  expect(await textOf(await started)).toBe(spaced);
});

test('who sent it is told, and its headers without what lets one in', async ({
  page,
  send,
  signIn,
  installation,
  expectAccessible,
}) => {
  const { SUNNOVA_WEBHOOK_USER: user = '', SUNNOVA_WEBHOOK_PASSWORD: password = '' } = installation.keys;
  const project = `a8u4W0000${randomUUID().slice(0, 9)}`;
  const id = await send.sunnova('cancellation-case', cancellation({ System_Project: project }));
  await signIn();
  await page.goto(`/events/${id}`);
  const sender = page.getByRole('region', { name: 'Who sent it' });
  const told = (term: string) =>
    sender
      .locator('dt')
      .filter({ hasText: new RegExp(`^${term}$`) })
      .locator('+ dd');
  await expect(told('From')).toHaveText(/^127\.0\.0\.1/);
  await expect(told('Account').getByRole('link', { name: 'Sunnova' })).toHaveAttribute(
    'href',
    /^\/accounts\//,
  );
  await expect(told('Incoming address')).toContainText(`user name ${user}`);
  await expect(told('Type')).toContainText('sunnova.cancellation-case');
  await expect(told('Size')).toHaveText(/^[\d,]+ bytes$/);
  await expect(told('content-type')).toBeHidden();
  await sender.getByText('Headers, without credentials').click();
  await expect(told('content-type')).toHaveText('application/json');
  await expect(told('authorization')).toHaveText('•••');
  await expectAccessible();
  const shown = await page.content();
  for (const secret of [password, Buffer.from(`${user}:${password}`).toString('base64')])
    expect(shown.includes(secret)).toBe(false);
});

test('from a value of the data one finds the events that have the same; keys copy value and path', async ({
  page,
  context,
  send,
  signIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const at = (street: string) => ({ address: { ...customer({}).address, street } });
  const id = await send.enerflo(person(83401, 'Fenja', 'Finder', at('12 Finder Ln')));
  await send.enerflo(person(83402, 'Sam', 'Streetmate', at('12 Finder Ln')));
  await send.enerflo(person(83403, 'Elsa', 'Elsewhere', at('13 Finder Ln')));
  await signIn();
  await page.goto(`/events/${id}`);
  const tree = page.getByRole('tree', { name: 'Data' });
  const street = tree.getByRole('treeitem', { name: /street/ }).first();
  await street.click();
  await tree.press('p');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('address.street');
  await tree.press('c');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('12 Finder Ln');
  // By key and by the link the same: the log with the events of this type that have this value here, and no others.
  const expectThose = async () => {
    await expect(page).toHaveURL(/\/events\?type=enerflo\.v1\.new_customer&q=address\.street/);
    await expect(search(page)).toHaveValue('address.street = 12 Finder Ln');
    await expect(grid(page).getByText('Fenja Finder')).toBeVisible();
    await expect(grid(page).getByText('Sam Streetmate')).toBeVisible();
    await expect(grid(page).getByText('Elsa Elsewhere')).toHaveCount(0);
  };
  await tree.press('f');
  await expectThose();
  await page.goBack();
  await street.hover();
  await street.getByRole('link', { name: 'Find events with this value' }).click();
  await expectThose();
});

test('the dialog of keys names those of data and of selecting too, and fits a phone', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn();
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keys' });
  for (const [key, does] of [
    ['f', 'In data: find events with this value'],
    ['Shift J', 'Select several rows'],
    ['Shift K', 'Select several rows'],
  ] as const) {
    const term = dialog.locator('dt', { has: page.getByText(key, { exact: true }) });
    await expect(term.locator('+ dd', { hasText: does })).toBeVisible();
  }
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible();
    const sideways = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(sideways, `${width}`).toBeLessThanOrEqual(0);
  }
});

test('an event is marked as handled, and that is taken back', async ({ page, send, signIn }) => {
  const id = await send.enerflo(customer({ id: 83501, ...homeowner }));
  await signIn();
  await page.goto(`/events/${id}`);
  await page.getByRole('button', { name: 'Mark as handled' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Note').fill('Called the dealer');
  await dialog.getByRole('button', { name: 'Mark as handled' }).click();
  await expect(page.getByText('marked it as handled')).toContainText('Called the dealer');
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByRole('button', { name: 'Mark as handled' })).toBeVisible();
});

test('odd writing and long texts stay in their place, visible, and run nowhere', async ({
  page,
  send,
  signIn,
}) => {
  const odd = 'Jane\u200bDoe \u202egpj.exe שלום <img src=x onerror=alert(1)>';
  const id = await send.enerflo(
    customer({
      id: 83601,
      first_name: odd,
      last_name: 'x'.repeat(300_000),
      full_name: odd,
      lead_source: odd,
    }),
  );
  let asked = false;
  page.on('dialog', () => {
    asked = true;
  });
  await signIn();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`/events/${id}`);
  await expect(page.getByTitle('A character that cannot be seen: U+200B').first()).toBeVisible();
  await expect(page.getByText('300,000 characters').first()).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  expect(asked).toBe(false);
});
