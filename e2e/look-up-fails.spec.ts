import { anInstall } from './enerflo-forms.ts';
import { giveKey } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

test('where Enerflo fails at a look-up the field says to try again, and trying again finds it', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const { homeowner } = anInstall(enerflo, 'Active');
  await signIn();
  await giveKey(page);
  await page.goto('/enerflo/enerflo.note.add');
  const field = page.getByRole('combobox', { name: 'Install' });
  enerflo.rules.add([{ path: '/api/v1/customers', answer: 500 }]);
  await field.click();
  await page.keyboard.type(`Name: ${homeowner}`);
  await expect(page.getByText(/Enerflo failed .* Try again in a moment/)).toBeVisible();
  await expectAccessible();
  enerflo.rules.reset();
  await page.keyboard.press('Escape');
  await field.click();
  await page.keyboard.insertText(`Name: ${homeowner}`);
  await page.getByRole('option', { name: homeowner }).first().click();
  await expect(field).toHaveValue(homeowner);
});
