import type { Page } from '@playwright/test';
import { preview } from './enerflo-forms.ts';
import { giveKey, type StandInEnerflo, writesTo } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

const words = 'Choose one from the list, or empty this.';
const nobody = 'nobody@example.com';

function aUser(enerflo: StandInEnerflo) {
  const user = [...enerflo.state.users.values()].find(({ deletedAt }) => deletedAt === null);
  if (!user) throw new Error('The stand-in has no user.');
  return { email: user.email, name: `${user.firstName} ${user.lastName}` };
}

async function fillLead(page: Page): Promise<void> {
  await page.getByLabel('First name').fill('Tabea');
  await page.getByLabel('Last name').fill('Keyes');
  await page.getByLabel('E-mail').fill('tabea.keyes@example.com');
  await page.getByLabel('Street address').fill('57 Typed Ln');
  await page.getByLabel('City').fill('San Diego');
  await page.getByLabel('State').fill('CA');
  await page.getByLabel('ZIP code').fill('92101');
}

test('what is typed in a field that is chosen by name is chosen by going on, or stays and keeps all of it from being sent', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const { email, name } = aUser(enerflo);
  await signIn();
  await giveKey(page);
  const leads = () => writesTo(enerflo).filter(({ body }) => JSON.stringify(body).includes('57 Typed Ln'));
  const send = preview(page).getByRole('button', { name: 'Add the lead in Enerflo' });
  const setter = page.getByRole('combobox', { name: 'Setter' });
  await page.goto('/enerflo/enerflo.lead.add');
  await fillLead(page);
  await page.getByText(/more fields$/).click();
  await expect(send).toBeVisible();

  // The answer is on its way when the field is left.
  await setter.focus();
  await page.keyboard.insertText(email);
  await page.keyboard.press('Tab');
  await expect(setter).toHaveValue(name);
  await expect(page.getByText(words)).toHaveCount(0);
  await expect(preview(page).getByRole('row', { name: /^Setter/ })).toContainText(name);

  await setter.fill(nobody);
  await page.keyboard.press('Tab');
  await expect(page.getByText(words)).toBeVisible();
  await expect(setter).toHaveValue(nobody);
  await expect(setter).toHaveAccessibleDescription(words);
  await expect(setter).toHaveAttribute('aria-invalid', 'true');
  await expect(send).toHaveCount(0);
  await expect(preview(page)).toContainText('Nothing is chosen yet for what stands in “Setter”');
  await expectAccessible();
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await expect(setter).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(words)).toBeVisible();
  expect(leads()).toEqual([]);

  // A reload does not lose it either, nor hide it.
  await page.reload();
  await expect(setter).toHaveValue(nobody);
  await expect(page.getByText(words)).toBeVisible();
  await expect(send).toHaveCount(0);

  // Typed over and taken back it is as it was; emptied, nothing is chosen and nothing is wrong.
  await setter.click();
  await page.keyboard.insertText('x');
  await page.keyboard.press('Escape');
  await expect(setter).toHaveValue(nobody);
  await setter.fill('');
  await page.keyboard.press('Tab');
  await expect(page.getByText(words)).toHaveCount(0);
  await expect(send).toBeVisible();

  await setter.fill(name);
  await page.getByRole('option', { name }).first().click();
  await expect(preview(page).getByRole('row', { name: /^Setter/ })).toContainText(name);
  await expect(send).toBeEnabled();
  // The key that is named beside the button works beside it.
  await preview(page).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^The lead was added/)).toBeVisible();
  expect(leads()).toMatchObject([{ body: { lead: { setter_email: email } } }]);
});

test('one value for all rows is chosen by going on, and one that fits nothing is not checked', async ({
  page,
  signIn,
  enerflo,
}) => {
  const { email, name } = aUser(enerflo);
  await signIn();
  await giveKey(page);
  await page.goto('/bulk/new?operation=enerflo.lead.add');
  const lead = 'Tom,Keyes,59 Typed Ln,San Diego,CA,92101,tom.keyes@example.com';
  await page.getByLabel('CSV file').setInputFiles({
    name: 'typed.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`First,Last,Street,City,State,Zip,Mail\r\n${lead}`),
  });
  await page.getByRole('button', { name: 'Upload' }).click();
  await page
    .getByLabel('Setter (optional)', { exact: true })
    .selectOption({ label: 'One value for all rows' });
  const setter = page.getByRole('combobox', { name: 'Setter for all rows' });
  await setter.fill(nobody);
  await page.keyboard.press('Tab');
  await expect(setter).toHaveAccessibleDescription(words);
  await expect(setter).toHaveValue(nobody);
  const check = page.getByRole('button', { name: 'Check 1 row' });
  await check.click();
  await expect(setter).toBeFocused();
  await setter.fill(email);
  await page.keyboard.press('Tab');
  await expect(setter).toHaveValue(name);
  await check.click();
  await expect(check).toHaveCount(0);
});
