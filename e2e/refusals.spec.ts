import { expect, test } from './fixtures.ts';
import { customer } from './samples.ts';

test('a request with a wrong key waits under Refused and is released to an account', async ({
  page,
  send,
  signIn,
  expectAccessible,
}) => {
  const refused = await send.raw(
    'enerflo/not-the-right-key',
    JSON.stringify(
      customer({ id: 91001, full_name: 'Rita Refused', first_name: 'Rita', last_name: 'Refused' }),
    ),
  );
  expect(refused.status).toBe(401);
  await signIn();
  await page.getByRole('link', { name: /^Refused/ }).click();
  await page
    .getByRole('grid', { name: /refused/i })
    .getByText('Wrong key')
    .first()
    .click();
  await expectAccessible();
  await page.getByRole('button', { name: /^Release/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel(/account/i)
    .selectOption({ label: 'Enerflo' })
    .catch(() => {});
  await dialog.getByRole('button', { name: /^Release/ }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  await expect(page.getByRole('grid', { name: 'Events' }).getByText('Rita Refused')).toBeVisible();
});
