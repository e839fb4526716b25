import { expect, test } from './fixtures.ts';
import { addPerson } from './people.ts';
import { customer } from './samples.ts';

test('exact times in one’s own zone and a theme are kept, on another browser too', async ({
  page,
  browser,
  installation,
  send,
  signIn,
  expectAccessible,
}) => {
  await send.enerflo(customer({ id: 91001, full_name: 'Tia Times', first_name: 'Tia', last_name: 'Times' }));
  const person = await addPerson(installation, 'operator');
  await signIn(person);
  await page.getByRole('button', { name: /^My menu/ }).click();
  await page.getByRole('menuitem', { name: 'My settings' }).click();
  await page.waitForURL('**/me');

  await page.getByLabel('Time zone').click();
  await page.getByPlaceholder('Find a place or a zone').fill('honolulu');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/For example .* HST/)).toBeVisible();
  await page.getByLabel('Times in lists').selectOption('exact');
  await page.getByLabel('Theme').selectOption('dark');
  await expect(page.locator('html')).toHaveClass(/dark/);
  await expect(page.getByText('Saved').first()).toBeVisible();
  await expectAccessible();

  await page.goto('/events');
  await page.reload();
  const time = page.getByRole('grid', { name: 'Events' }).getByRole('time').first();
  await expect(time).toHaveText(/\w+ \d+, \d\d:\d\d:\d\d/);
  await expect(time).toHaveAttribute('title', /HST/);

  const other = await browser.newContext({ colorScheme: 'light', timezoneId: 'Europe/Lisbon' });
  const elsewhere = await other.newPage();
  await elsewhere.goto(`${installation.url}/sign-in`);
  await expect(elsewhere.locator('html')).not.toHaveClass(/dark/);
  await elsewhere.getByLabel('E-mail address').fill(person.email);
  await elsewhere.getByLabel('Password').fill(person.password);
  await elsewhere.getByRole('button', { name: 'Sign in' }).click();
  await elsewhere.waitForURL('**/events**');
  // As the server printed it: nothing flickers from light to dark, or from one time to another.
  const printed = await (await other.request.get(`${installation.url}/me`)).text();
  expect(printed).toMatch(/<html[^>]*class="[^"]*\bdark\b/);
  await expect(elsewhere.locator('html')).toHaveClass(/dark/);
  await elsewhere.goto(`${installation.url}/me`);
  await expect(elsewhere.getByText(/For example .* HST/)).toBeVisible();
  await other.close();
});
