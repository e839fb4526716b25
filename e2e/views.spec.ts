import { expect, test } from './fixtures.ts';
import { addPerson } from './people.ts';

test('an admin is asked, by name and owner, before a view that somebody else shares is deleted', async ({
  page,
  browser,
  installation,
  signIn,
  expectAccessible,
}) => {
  const owner = await addPerson(installation, 'operator', 'Olga Owner');
  const context = await browser.newContext({ baseURL: installation.url });
  const hers = await context.newPage();
  await hers.goto('/sign-in');
  await hers.getByLabel('E-mail address').fill(owner.email);
  await hers.getByLabel('Password').fill(owner.password);
  await hers.getByRole('button', { name: 'Sign in' }).click();
  await hers.waitForURL('**/events**');
  await hers.goto('/events?outcome=superseded');
  await hers.getByRole('button', { name: /^View:/ }).click();
  await hers.getByRole('menuitem', { name: 'Save these filters as a view' }).click();
  await hers.getByRole('textbox', { name: 'Name', exact: true }).fill('Overtaken');
  await hers.getByRole('checkbox', { name: /Share/ }).check();
  await hers.getByRole('button', { name: 'Save view' }).click();
  await expect(hers.getByRole('button', { name: /^View:/ })).toHaveText(/Overtaken/);
  await context.close();

  await signIn();
  const menu = page.getByRole('button', { name: /^View:/ });
  const remove = async () => {
    await menu.click();
    await page.getByRole('menuitem', { name: 'Delete view' }).click();
  };
  await menu.click();
  await page.getByRole('menuitem', { name: /^Overtaken/ }).click();
  await expect(menu).toHaveText(/Overtaken/);
  await remove();
  const dialog = page.getByRole('dialog', { name: 'Delete the view "Overtaken" of Olga Owner?' });
  await expect(dialog.getByText(/disappears for Olga Owner and for everybody else/)).toBeVisible();
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(menu).toHaveText(/Overtaken/);

  await remove();
  await dialog.getByRole('button', { name: 'Delete view' }).click();
  await expect(page.getByText('View "Overtaken" deleted', { exact: true })).toBeVisible();
  await expect(dialog).toBeHidden();
  await menu.click();
  await expect(page.getByRole('menuitem', { name: 'All events' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /^Overtaken/ })).toHaveCount(0);
});
