import { expect, test } from './fixtures.ts';
import { customer, install } from './samples.ts';

test('an event appears by itself, is found by a filter, and says in words what it is', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  await signIn();
  const table = page.getByRole('grid', { name: 'Events' });
  await send.enerflo(customer({ id: 71001, full_name: 'Lena Live', first_name: 'Lena', last_name: 'Live' }));
  await expect(table.getByText('Lena Live')).toBeVisible();
  await send.sunnova('lead-status', {
    Id: '00QU8000003gTVJMA2',
    lead: '00QU8000003gTVJMA2',
    ID_Ext: null,
    Status: 'Open',
    FirstName: 'Sol',
    LastName: 'Sample',
    Email: null,
    Street: null,
    City: null,
    State: null,
    PostalCode: null,
    LeadSource: 'Web',
  });
  await expect(table.getByText('Sol Sample')).toBeVisible();

  await page.getByRole('combobox', { name: 'Account' }).selectOption({ label: 'Sunnova' });
  await expect(page).toHaveURL(/connection=/);
  await expect(table.getByText('Lena Live')).toBeHidden();
  await page.getByRole('button', { name: 'Clear filters' }).click();

  await table.getByText('Lena Live').click();
  await expect(page).toHaveURL(/event=/);
  const detail = page.getByRole('complementary', { name: 'Event' });
  await expect(detail.getByRole('heading', { name: 'New customer' })).toBeVisible();
  await expect(detail.getByText('Sample City').first()).toBeVisible();
  await expectAccessible();
  await page.reload();
  await expect(detail.getByRole('heading', { name: 'New customer' })).toBeVisible();
  await page.keyboard.press('Escape');
});

test('what comes is told to an open list at once, by the stream and by no look every now and then', async ({
  page,
  send,
  signIn,
}) => {
  const reads: string[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname === '/api/events') reads.push(search);
  });
  const told = (id: string) => reads.some((read) => read.includes(id));
  await signIn();
  const table = page.getByRole('grid', { name: 'Events' });
  // A stream that just opened has everything read once; from then on it tells what to read.
  let pilots = 0;
  await expect(async () => {
    const pilot = await send.enerflo(customer({ id: 71500, full_name: `Pia Pilot ${++pilots}` }));
    await expect.poll(() => told(pilot), { timeout: 3_000 }).toBe(true);
  }).toPass();
  await expect(table.getByText(`Pia Pilot ${pilots}`)).toBeVisible();

  reads.length = 0;
  const id = await send.enerflo(customer({ id: 71004, full_name: 'Ina Instant' }));
  await expect(table.getByText('Ina Instant')).toBeVisible({ timeout: 5_000 });
  // Nothing but the stream says an id that the list does not have yet.
  expect(reads.filter((read) => !/ids/.test(read))).toEqual([]);
  expect(told(id)).toBe(true);
});

test('a change of status shows the old value and the new one', async ({ page, send, signIn }) => {
  await send.enerflo(install({ id: 81001, status_id: 4, updated_at: '2026-01-02 10:00:00' }));
  const id = await send.enerflo(install({ id: 81001, status_id: 5, updated_at: '2026-01-02 11:00:00' }));
  await signIn();
  await page.goto(`/events/${id}`);
  const change = page
    .getByRole('region', { name: 'What changed' })
    .getByRole('listitem')
    .filter({ hasText: /status/i });
  await expect(change).toContainText('4');
  await expect(change).toContainText('5');
});

test('the raw data is the bytes as they came', async ({ page, send, signIn, installation }) => {
  const text =
    '{ "webhook_event":"new_customer",\n\t"id": 71002, "first_name":"Ra\\u0077" , "last_name":"Bytes","timestamps":{"updated_at":"2026-01-02 10:00:00"}}';
  const answer = await send.raw(`enerflo/${installation.keys.ENERFLO_WEBHOOK_KEY}`, text);
  const { id }: { id: string } = await answer.json();
  await signIn();
  await page.goto(`/events/${id}`);
  await page.getByText('bytes, unchanged').click();
  await expect(page.getByText('Ra\\u0077')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Raw data' }).click();
  const stream = await (await download).createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString('utf8')).toBe(text);
});

test('ten tabs of one browser are all kept live', async ({ page, context, send, signIn }) => {
  await signIn();
  const tabs = [page];
  while (tabs.length < 10) {
    const tab = await context.newPage();
    await tab.goto('/events');
    tabs.push(tab);
  }
  await send.enerflo(
    customer({ id: 71010, full_name: 'Tessa Tabs', first_name: 'Tessa', last_name: 'Tabs' }),
  );
  for (const tab of tabs) {
    await expect(tab.getByRole('grid', { name: 'Events' }).getByText('Tessa Tabs')).toBeVisible();
  }
});
