import { giveKey } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

test('where Enerflo cannot be asked for leads like this one it says so, and asks again', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const fails = () => enerflo.rules.add([{ method: 'GET', path: '/api/v1/customers', answer: 500 }]);
  const preview = page.getByRole('region', { name: 'What would be sent' });
  const warning = preview.getByText('Enerflo could not be asked for leads that look like this one');
  const send = preview.getByRole('button', { name: 'Add the lead in Enerflo' });
  await signIn();
  await giveKey(page);
  fails();
  try {
    await page.goto('/enerflo/enerflo.lead.add');
    await page.getByLabel('First name').fill('Una');
    await page.getByLabel('Last name').fill('Asked');
    await page.getByLabel('E-mail').fill('una.asked@example.com');
    await page.getByLabel('Street address').fill('7 Asked St');
    await page.getByLabel('City').fill('San Diego');
    await page.getByLabel('State').fill('CA');
    await page.getByLabel('ZIP code').fill('92101');
    await expect(warning).toBeVisible();
    await expect(send).toHaveAttribute('aria-disabled', 'true');
    await expectAccessible();
    enerflo.rules.reset();
    await preview.getByRole('button', { name: 'Ask Enerflo again' }).click();
    await expect(warning).toHaveCount(0);
    await expect(send).not.toHaveAttribute('aria-disabled');

    // It fails only when it is sent: what there is to agree to now stands there.
    fails();
    await send.click();
    await preview.getByRole('checkbox').check();
    await send.click();
    await expect(page.getByText(/^The lead was added/)).toBeVisible();
  } finally {
    enerflo.rules.reset();
  }
});
