import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { planted, secretsIn } from './planted.ts';
import { customer } from './samples.ts';

/** Every list whose entries have an address of their own. */
const lists = ['events', 'refusals', 'flows', 'deliveries', 'connections', 'cases'];

test('a secret planted in every credential field appears in no answer, log, export or page', async ({
  page,
  installation,
  sandbox,
  send,
  signIn,
}) => {
  test.setTimeout(180_000);
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill('ada@example.com');
  await page.getByLabel('Password').fill(planted.wrongPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible();
  await signIn();

  const made = await plantByForms(page, sandbox.url);
  await plantInRequests(send, made.address, made.headerName);
  await send.enerflo(customer({ id: 81_000, full_name: 'Sela Secret' }));
  await expect
    .poll(async () => (await answer(page, 'GET', '/api/deliveries')).text)
    .toContain('Planted secrets');

  const secrets = { ...installation.keys, ...made.secrets };
  delete secrets.SUNNOVA_WEBHOOK_USER;
  const found: string[] = [];
  const look = (where: string, text: string) =>
    found.push(...secretsIn(text, secrets).map((name) => `${name} in ${where}`));
  const addresses = await readableAddresses(page);
  expect(addresses.length).toBeGreaterThan(30);
  for (const address of addresses) {
    const { status, text } = await answer(page, 'GET', address);
    expect(status, address).toBeLessThan(500);
    look(address, text);
  }
  for (const path of await consolePages(page)) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    look(`the page ${path}`, await page.content());
  }
  look('the log', installation.output());
  expect(found).toEqual([]);
});

type Made = { secrets: Record<string, string>; address: string; headerName: string };

/** Fills every field that takes a credential, and gathers the secrets that the console made and showed once. */
async function plantByForms(page: Page, sandboxUrl: string): Promise<Made> {
  const change = async (method: string, path: string, body: unknown) => {
    const { status, text } = await answer(page, method, path, body);
    expect(status, `${method} ${path}: ${text}`).toBeLessThan(300);
    return JSON.parse(text);
  };
  const { items } = JSON.parse((await answer(page, 'GET', '/api/connections')).text);
  const account = (source: string): string =>
    items.find((item: { source: string }) => item.source === source).id;
  await change('PUT', `/api/connections/${account('enerflo')}/secrets/enerflo.api-key`, {
    value: planted.enerfloApiKey,
  });
  await change('PUT', `/api/connections/${account('crm')}/secrets/crm.api-key`, { value: planted.crmApiKey });

  const enerflo = await change('POST', '/api/connections', {
    source: 'enerflo',
    environment: 'sandbox',
    name: 'Planted',
  });
  const sunnova = await change('POST', '/api/connections', {
    source: 'sunnova',
    environment: 'sandbox',
    name: 'Planted',
  });
  const headerName = 'X-Planted';
  const demand = { kind: 'header', name: headerName, value: planted.addressHeader };
  await change('PUT', `/api/addresses/${enerflo.secret.addressId}/demand`, { demand });
  const token = await change('POST', '/api/tokens', {
    name: 'Planted',
    role: 'viewer',
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const person = await change('POST', '/api/people', {
    name: 'Pia Planted',
    email: 'pia.planted@example.com',
    role: 'viewer',
  });
  const factor = await change('POST', '/api/account/second-factor/begin', {});
  await answer(page, 'POST', '/api/account/second-factor/confirm', {
    password: planted.wrongPassword,
    code: planted.wrongCode,
  });

  const destination = { method: 'POST', url: `${sandboxUrl}/records`, headers: {}, repeatSafe: true };
  const rows = [{ target: 'email', source: { kind: 'field', path: 'email' } }];
  for (const [name, signInBy] of Object.entries({
    'Planted secrets': { auth: 'bearer', secret: planted.destinationToken },
    'Planted password': { auth: 'basic', username: 'planted', secret: planted.destinationPassword },
  })) {
    await change('POST', '/api/flows', {
      name,
      connectionId: account('enerflo'),
      eventTypes: ['enerflo.v1.new_customer'],
      ordering: 'every',
      rows,
      destination: { ...destination, name, ...signInBy },
    });
  }
  const secrets = {
    'key of a new address': enerflo.secret.value,
    'password of a new address': sunnova.secret.value,
    'API token': token.token,
    invitation: new URL(person.link.url).hash.slice('#token='.length) || person.link.url,
    'second factor': factor.secret,
  };
  return { secrets, address: new URL(enerflo.secret.url).pathname.replace('/api/webhooks/', ''), headerName };
}

/** Credentials where they do not belong, and wrong ones where they do: the requests are kept, the secrets are not. */
async function plantInRequests(
  send: { raw: (path: string, body: string, headers?: Record<string, string>) => Promise<Response> },
  address: string,
  headerName: string,
): Promise<void> {
  const body = JSON.stringify(customer({ id: 81_001 }));
  const strange = {
    authorization: `Bearer ${planted.strangeBearer}`,
    'x-api-key': planted.strangeApiKey,
    cookie: `session=${planted.strangeCookie}`,
  };
  const right = await send.raw(`${address}?token=${planted.strangeParameter}`, body, {
    ...strange,
    [headerName]: planted.addressHeader,
  });
  expect(right.status).toBe(202);
  expect((await send.raw(address, body, { ...strange, [headerName]: planted.wrongHeader })).status).toBe(401);
  const basic = Buffer.from(`somebody:${planted.wrongBasic}`).toString('base64');
  const refused = await send.raw('sunnova/cancellation-case', '{}', { authorization: `Basic ${basic}` });
  expect(refused.status).toBe(401);
}

/** Every address of the API that can be read: without an id, and for the newest entries of each list. */
async function readableAddresses(page: Page): Promise<string[]> {
  const { paths } = JSON.parse((await answer(page, 'GET', '/api/openapi.json')).text);
  const readable = Object.keys(paths).filter((path) => paths[path].get);
  const plain = readable
    .filter((path) => !path.includes('{'))
    .map((path) => `/api${path.replace(/^\/api/, '')}`);
  const own: string[] = [];
  for (const list of lists) {
    const { items } = JSON.parse((await answer(page, 'GET', `/api/${list}?limit=20`)).text);
    own.push(...items.map((item: { id: string }) => `/api/${list}/${item.id}`));
    if (list === 'events' || list === 'refusals')
      own.push(...items.map((item: { id: string }) => `/api/${list}/${item.id}/raw`));
    if (list === 'events')
      own.push(...items.slice(0, 5).map((item: { id: string }) => `/api/events/${item.id}/support`));
  }
  const files = ['events', 'audit'].flatMap((name) =>
    ['jsonl', 'csv'].map((format) => `/api/${name}/export?format=${format}`),
  );
  return [...plain, ...own, ...files, '/api/metrics', '/api/ready'];
}

/** The pages of the menu and of Settings, and one of each kind of detail. */
async function consolePages(page: Page): Promise<string[]> {
  const paths = new Set(['/settings', '/people', '/tokens', '/sessions', '/audit', '/accounts', '/me']);
  for (const start of ['/events', '/settings', '/accounts', '/flows']) {
    await page.goto(start);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.waitForLoadState('networkidle').catch(() => {});
    const links = await page
      .locator('main a[href^="/"], nav a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    for (const link of links.slice(0, 25)) paths.add(link);
  }
  return [...paths].filter((path) => path && !path.startsWith('/api/'));
}

/** Asks as the signed-in person's browser would; gives what came as text. */
async function answer(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; text: string }> {
  const origin = new URL(page.url()).origin;
  const response = await page.request.fetch(`${origin}${path}`, {
    method,
    headers: { origin },
    ...(body === undefined ? {} : { data: body }),
  });
  return { status: response.status(), text: await response.text() };
}
