import type { Browser, Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { admin, expect, test } from './fixtures.ts';
import type { Installation } from './installation.ts';
import { addPerson } from './people.ts';

const chosen = 'four unrelated words serve';

type Person = { email: string; password: string };

/** A browser of somebody else. */
async function anotherBrowser(browser: Browser, installation: Installation): Promise<Page> {
  return (await browser.newContext({ baseURL: installation.url })).newPage();
}

/** Fills the first page of signing in. */
async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** A browser of somebody's own, in which they are signed in. */
async function browserOf(person: Person, browser: Browser, installation: Installation): Promise<Page> {
  const page = await anotherBrowser(browser, installation);
  await enter(page, person.email, person.password);
  await page.waitForURL('**/events**');
  return page;
}

/** Opens somebody's detail in the list of people. */
async function openPerson(page: Page, email: string): Promise<void> {
  await page.goto('/people');
  await page.getByRole('grid', { name: 'People' }).getByText(email).last().click();
  await expect(page.getByRole('complementary', { name: 'Person' }).getByText(email).last()).toBeVisible();
}

/** The link that a dialog shows, which then is closed. */
async function takeLink(page: Page): Promise<string> {
  const link = await page.getByLabel('One-time link').inputValue();
  await page.getByRole('button', { name: 'Done' }).click();
  return link;
}

async function choose(page: Page, link: string, password: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Choose this password' }).click();
}

test('an invited person chooses a password in a browser of their own and is in with their role', async ({
  page,
  browser,
  installation,
  signIn,
}) => {
  await signIn();
  await page.goto('/people');
  await page.getByRole('button', { name: 'Invite a person' }).click();
  await page.getByLabel('Name').fill('Ben Sample');
  await page.getByLabel('E-mail address').fill('Ben@example.com');
  await page.getByLabel('Role').selectOption('viewer');
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  const link = await takeLink(page);
  expect(link).toContain(`${installation.url}/choose-password#token=`);
  const grid = page.getByRole('grid', { name: 'People' });
  await expect(grid.getByRole('row', { name: /Ben Sample.*Invited/ })).toBeVisible();

  const bens = await anotherBrowser(browser, installation);
  await bens.goto(link);
  await expect(bens.getByText('Welcome, Ben Sample')).toBeVisible();
  await bens.getByLabel('Password', { exact: true }).fill('short');
  await bens.getByRole('button', { name: 'Choose this password' }).click();
  await expect(bens.getByText('Choose at least 10 characters')).toBeVisible();
  await choose(bens, link, 'password123');
  await expect(bens.getByText('among the first passwords that are tried')).toBeVisible();
  await choose(bens, link, chosen);
  await bens.waitForURL('**/events**');
  await bens.getByRole('button', { name: 'My menu, Ben Sample' }).click();
  await expect(bens.getByRole('menu').getByText(/viewer/i)).toBeVisible();
  await bens.goto('/people');
  await expect(bens.getByText('There is no page here')).toBeVisible();

  const late = await anotherBrowser(browser, installation);
  await late.goto(link);
  await expect(late.getByText('This link was used already')).toBeVisible();
  await late.goto('/sign-in');
  await late.goto('/choose-password#token=made-up');
  await expect(late.getByText('This link is not known here')).toBeVisible();
});

test('a reset lets the person choose anew, and ends where they were signed in', async ({
  page,
  browser,
  installation,
  signIn,
}) => {
  const cem = await addPerson(installation, 'operator');
  const cems = await browserOf(cem, browser, installation);

  await signIn();
  await openPerson(page, cem.email);
  await page.getByRole('button', { name: 'Reset password' }).click();
  await page.getByRole('button', { name: 'Make link' }).click();
  const link = await takeLink(page);
  await cems.reload();
  await expect(cems.getByRole('heading', { level: 1, name: 'Events' })).toBeVisible();

  const phone = await anotherBrowser(browser, installation);
  await choose(phone, link, chosen);
  await phone.waitForURL('**/events**');
  await cems.reload();
  await cems.waitForURL('**/sign-in**');
  await enter(cems, cem.email, cem.password);
  await expect(cems.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible();
});

test('a second factor is set up, asked for, replaced once by a recovery code, and switched off', async ({
  page,
  browser,
  installation,
  signIn,
  expectAccessible,
}) => {
  const dee = await addPerson(installation, 'editor');
  await signIn(dee);
  await page.goto('/me');
  await page.getByRole('button', { name: 'Set up a second factor' }).click();
  await expect(page.getByRole('img', { name: /QR code/ })).toBeVisible();
  await expectAccessible();
  const secret = ((await page.getByLabel('Secret as text').textContent()) ?? '').replaceAll(' ', '');
  const totp = new TOTP({ secret });
  const first = totp.generate();
  await page.getByLabel('Code of your authenticator app').fill(first);
  await page.getByLabel('Your password').fill('not the password');
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await page.getByLabel('Your password').fill(dee.password);
  await page.getByRole('button', { name: 'Switch on' }).click();
  const shown = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem');
  await expect(shown).toHaveCount(10);
  const codes = await shown.allTextContents();
  await expectAccessible();
  // Shown this once: a key pressed by mistake must not take them away.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(shown).toHaveCount(10);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as file' }).click();
  expect((await saving).suggestedFilename()).toBe('heliograph-recovery-codes.txt');
  await page.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('10 of 10 recovery codes are unused.')).toBeVisible();

  const dees = await anotherBrowser(browser, installation);
  await enter(dees, dee.email, dee.password);
  await dees.getByLabel('Code of your authenticator app').fill(first);
  await dees.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(dees.getByText('This code was used already')).toBeVisible();
  // One step ahead, as a clock that goes fast: the code of now is taken.
  await dees
    .getByLabel('Code of your authenticator app')
    .fill(totp.generate({ timestamp: Date.now() + 30_000 }));
  await dees.getByRole('button', { name: 'Sign in', exact: true }).click();
  await dees.waitForURL('**/events**');

  const other = await anotherBrowser(browser, installation);
  await enter(other, dee.email, dee.password);
  await other.getByRole('button', { name: 'Use a recovery code' }).click();
  await other.getByLabel('Recovery code').fill(codes[0]?.toLowerCase() ?? '');
  await other.getByRole('button', { name: 'Sign in', exact: true }).click();
  await other.waitForURL('**/events**');

  await page.reload();
  await expect(page.getByText('9 of 10 recovery codes are unused.')).toBeVisible();
  await page.getByRole('button', { name: 'Switch off' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Use a recovery code' }).click();
  await dialog.getByLabel('Recovery code').fill(codes[1] ?? '');
  await dialog.getByLabel('Your password').fill(dee.password);
  await dialog.getByRole('button', { name: 'Switch off' }).click();
  await expect(page.getByRole('button', { name: 'Set up a second factor' })).toBeVisible();
});

test('who chooses a new password by a link is asked for the code of the second factor at once', async ({
  page,
  browser,
  installation,
  signIn,
}) => {
  const fay = await addPerson(installation, 'operator');
  const fays = await browserOf(fay, browser, installation);
  await fays.goto('/me');
  await fays.getByRole('button', { name: 'Set up a second factor' }).click();
  const secret = ((await fays.getByLabel('Secret as text').textContent()) ?? '').replaceAll(' ', '');
  await fays.getByLabel('Code of your authenticator app').fill(new TOTP({ secret }).generate());
  await fays.getByLabel('Your password').fill(fay.password);
  await fays.getByRole('button', { name: 'Switch on' }).click();
  const code = await fays
    .getByRole('list', { name: 'Recovery codes' })
    .getByRole('listitem')
    .first()
    .textContent();
  await fays.getByRole('button', { name: 'I have kept them' }).click();

  await signIn();
  await openPerson(page, fay.email);
  await page.getByRole('button', { name: 'Reset password' }).click();
  await page.getByRole('button', { name: 'Make link' }).click();
  await choose(fays, await takeLink(page), chosen);
  await expect(fays.getByText('Your new password is chosen.')).toBeVisible();
  await fays.getByRole('button', { name: 'Use a recovery code' }).click();
  await fays.getByLabel('Recovery code').fill(code ?? '');
  await fays.getByRole('button', { name: 'Sign in', exact: true }).click();
  await fays.waitForURL('**/events**');
});

test('a password of one’s own is changed, and other browsers are signed out', async ({
  page,
  browser,
  installation,
  signIn,
}) => {
  const eve = await addPerson(installation, 'viewer');
  const elsewhere = await browserOf(eve, browser, installation);
  await signIn(eve);
  await page.goto('/me');
  await page.getByLabel('Present password').fill('not the password');
  await page.getByLabel('New password').fill(chosen);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your password.')).toBeVisible();
  await page.getByLabel('Present password').fill(eve.password);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('One other browser was signed out.', { exact: true })).toBeVisible();
  // By itself: the live stream tells it.
  await elsewhere.waitForURL('**/sign-in**');
  await enter(elsewhere, eve.email, chosen);
  await elsewhere.waitForURL('**/events**');
});

test('a deactivated person is out without a click; the last admin is refused', async ({
  page,
  browser,
  installation,
  signIn,
}) => {
  const fay = await addPerson(installation, 'operator');
  const fays = await browserOf(fay, browser, installation);

  await signIn();
  await openPerson(page, fay.email);
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByRole('button', { name: 'Reactivate' })).toBeVisible();
  // By itself: the live stream tells it.
  await fays.waitForURL('**/sign-in**');
  await enter(fays, fay.email, fay.password);
  await expect(fays.getByRole('alert').filter({ hasText: 'not right' })).toBeVisible();

  await openPerson(page, admin.email);
  await page.getByRole('button', { name: 'Deactivate' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByRole('dialog').getByText('the only admin who can sign in')).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await page.getByRole('button', { name: 'Change name or role' }).click();
  await page.getByLabel('Role').selectOption('viewer');
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.getByLabel('I give up my own admin role').check();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog').getByText('the only admin who can sign in')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`people, their detail, dialogs and my settings are accessible and fit a phone, ${scheme}`, async ({
    page,
    installation,
    signIn,
    expectAccessible,
  }) => {
    const gus = await addPerson(installation, 'viewer');
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto('/choose-password#token=made-up');
    await expect(page.getByText('This link is not known here')).toBeVisible();
    await expectAccessible();
    await signIn();
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      await openPerson(page, gus.email);
      await expectAccessible();
      await page.getByRole('button', { name: 'Change name or role' }).click();
      await expectAccessible();
      await page.keyboard.press('Escape');
      await page.goto('/people');
      await page.getByRole('button', { name: 'Invite a person' }).click();
      await expectAccessible();
      await page.goto('/me');
      await expect(page.getByRole('button', { name: 'Set up a second factor' })).toBeVisible();
      await expectAccessible();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
}
