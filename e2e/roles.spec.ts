import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { allows, type Role, roles } from '#lib/auth/roles.ts';
import { askWell } from './ask.ts';
import { expect, signIn as signInOn, test } from './fixtures.ts';
import { addPerson } from './people.ts';
import { customer } from './samples.ts';

test('signing in: wrong words are said, the way back is kept, signing out ends it', async ({
  page,
  installation,
}) => {
  await page.goto(`${installation.url}/deliveries`);
  await page.waitForURL('**/sign-in?next=**');
  await page.getByLabel('E-mail address').fill('ada@example.com');
  await page.getByLabel('Password').fill('not the password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible();
  await page.getByLabel('Password').fill('correct-horse-9');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/deliveries');
  await page.getByRole('button', { name: /^My menu/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.waitForURL('**/sign-in**');
  await page.goto('/events');
  await page.waitForURL('**/sign-in**');
});

test('from whom personal values are hidden, a search says why it finds nobody by name', async ({
  page,
  browser,
  installation,
  send,
  signIn,
}) => {
  await send.enerflo(customer({ id: 94_001, full_name: 'Hildegard Hidden', last_name: 'Hidden' }));
  await signIn();
  const hide = (hiddenFromViewers: boolean) =>
    askWell(page, 'PUT', '/api/settings/personal-values', { hiddenFromViewers });
  await hide(true);
  const context = await browser.newContext({ baseURL: installation.url });
  const theirs = await context.newPage();
  await signInOn(theirs, await addPerson(installation, 'viewer'));
  await theirs.getByLabel('Find by an id').fill('Hildegard');
  const why = /nothing is found by them: ask an operator to look/;
  await expect(theirs.getByText(why)).toBeVisible();
  await theirs.getByLabel('Find by an id').fill('94001');
  await expect(theirs.getByRole('grid', { name: 'Events' }).getByText('94001')).toBeVisible();
  await theirs.goto('/cancellations?q=Hildegard');
  await expect(theirs.getByText(why)).toBeVisible();
  await context.close();
  await hide(false);
});

test('a viewer looks and changes nothing', async ({ page, installation, send, signIn }) => {
  await send.raw('enerflo/some-wrong-key', '{"webhook_event":"new_customer","id":1}');
  const viewer = await addPerson(installation, 'viewer');
  await signIn(viewer);
  await expect(page.getByRole('link', { name: 'Settings' })).toHaveCount(0);
  // What waits for a decision is counted for whoever can decide; and no way leads to a page that is not there.
  const refused = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Refused/ });
  await page.goto('/bulk');
  await expect(page.getByRole('heading', { name: 'For many at once' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Do in Enerflo' })).toHaveCount(0);
  await page.getByRole('main').getByRole('link', { name: 'Actions', exact: true }).click();
  await page.waitForURL('**/actions');
  await page.goto('/settings');
  await expect(page.getByText('There is no page here')).toBeVisible();
  await page.goto('/refusals');
  await page
    .getByRole('grid', { name: /refused/i })
    .getByRole('row')
    .nth(1)
    .click();
  await expect(page.getByRole('button', { name: /^Release/ })).toHaveCount(0);
  await expect(refused).toHaveAccessibleName('Refused');
  await page.goto('/flows');
  await expect(page.getByRole('link', { name: 'New flow' })).toHaveCount(0);
  const answer = await page.evaluate(async () => {
    const list = await (await fetch('/api/refusals')).json();
    const response = await fetch(`/api/refusals/${list.items[0].id}/drop`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    return response.status;
  });
  expect(answer).toBe(403);
});

/** The pages of the console with the role that each declares; an id in an address is one that nothing has. */
function consolePages(): { address: string; needed: Role }[] {
  const folder = 'app/(console)';
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => path.basename(name) === 'page.tsx')
    .map((name) => {
      const declared = /requireRole\('(\w+)'\)/.exec(readFileSync(path.join(folder, name), 'utf8'))?.[1];
      const needed = roles.find((role) => role === declared);
      if (!needed) throw new Error(`${name} declares no role`);
      const address = `/${path.dirname(name).replace(/\[\w+\]/g, '01890000-0000-7000-8000-000000000000')}`;
      return { address, needed };
    });
}

test('role by page, every cell: the page, or that there is none; strangers are sent to sign in', async ({
  page,
  installation,
  signIn,
}) => {
  const pages = consolePages();
  expect(pages.length).toBeGreaterThan(10);
  const wrong: string[] = [];
  const look = async (address: string) => {
    const answer = await page.request.get(address, { maxRedirects: 0 });
    return `${answer.status()} ${answer.headers().location ?? ''}`.trim();
  };
  for (const { address } of pages) {
    const answer = await look(address);
    if (!answer.includes('/sign-in?')) wrong.push(`${address} answers ${answer} to a stranger`);
  }
  for (const role of roles) {
    await page.context().clearCookies();
    await signIn(await addPerson(installation, role));
    for (const { address, needed } of pages) {
      const answer = await look(address);
      if (answer !== (allows(role, needed) ? '200' : '404'))
        wrong.push(`${address} answers ${answer} to ${role}`);
    }
  }
  expect(wrong).toEqual([]);
});
