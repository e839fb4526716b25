import type { Browser, Page } from '@playwright/test';
import { TOTP } from 'otpauth';
import { askWell } from './ask.ts';
import { admin, expect } from './fixtures.ts';
import type { Installation } from './installation.ts';
import { addPerson } from './people.ts';
import { tokenOf } from './plant-by-forms.ts';
import { planted } from './planted.ts';

/**
 * A person of her own changes her password, sets up a second factor, signs in by a recovery code and gets a reset, of
 * which `page` (an admin's) makes the link. Gives every secret on the way.
 */
export async function plantAsPerson(
  page: Page,
  browser: Browser,
  installation: Installation,
): Promise<Record<string, string>> {
  const person = await addPerson(installation, 'operator', 'Pat Planted');
  const hers = await (await browser.newContext({ baseURL: installation.url })).newPage();
  await enter(hers, person);
  await hers.waitForURL('**/events**');
  const { newPassword } = planted;
  await askWell(hers, 'POST', '/api/account/password', { present: person.password, password: newPassword });
  const { secret } = await askWell(hers, 'POST', '/api/account/second-factor/begin', {});
  const { recoveryCodes } = await askWell(hers, 'POST', '/api/account/second-factor/confirm', {
    password: newPassword,
    code: new TOTP({ secret }).generate(),
  });
  const renewed = await askWell(hers, 'POST', '/api/account/second-factor/recovery-codes', {
    password: newPassword,
    code: recoveryCodes[0],
  });
  await hers.context().clearCookies();
  await enter(hers, { email: person.email, password: newPassword });
  await hers.getByRole('button', { name: 'Use a recovery code' }).click();
  for (const [code, then] of [
    [planted.wrongCode, hers.getByText('This is neither a code')],
    [renewed.recoveryCodes[0], hers.getByRole('heading', { level: 1, name: 'Events' })],
  ]) {
    await hers.getByLabel('Recovery code').fill(code);
    await hers.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(then).toBeVisible();
  }
  const session = await sessionOf(hers);
  const { items } = await askWell(page, 'GET', '/api/people');
  const { id } = items.find(({ email }: { email: string }) => email === person.email);
  const { url } = await askWell(page, 'POST', `/api/people/${id}/link`, {});
  const reset = { token: tokenOf(url), password: planted.resetPassword };
  await askWell(hers, 'POST', '/api/auth/choose-password', reset);
  await hers.context().close();
  const codes: string[] = [...recoveryCodes, ...renewed.recoveryCodes];
  return {
    'first password': person.password,
    'her second factor': secret,
    'her session': session,
    'link of a reset': reset.token,
    ...Object.fromEntries(codes.map((code, at) => [`recovery code ${at + 1}`, code])),
  };
}

/** Signs in wrongly with a planted password, then rightly; gives the cookie of the session. */
export async function plantAtSignIn(page: Page): Promise<string> {
  await enter(page, { email: admin.email, password: planted.wrongPassword });
  await expect(page.getByRole('alert').filter({ hasText: /password/i })).toBeVisible();
  await enter(page, admin);
  await page.waitForURL('**/events**');
  return sessionOf(page);
}

async function enter(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function sessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const session = cookies.find(({ name }) => name.endsWith('heliograph-session'));
  if (!session) throw new Error('There is no cookie of a session.');
  return session.value;
}
