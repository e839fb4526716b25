import { addNote, anInstall } from './enerflo-forms.ts';
import { giveKey } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';
import { stopLooking } from './stop-looking.ts';

test('of what Enerflo confirmed a person is not asked whether it failed to arrive', async ({
  page,
  installation,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const project = anInstall(enerflo, 'Active');
  enerflo.rules.add([{ method: 'POST', path: '/api/v3/installs/*/notes', cut: 'after-store', times: 1 }]);
  enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/notes', answer: 500 }]);
  try {
    await signIn();
    const actionId = await addNote(page, await giveKey(page), project.id, 'Cat on the roof');
    await stopLooking(installation, actionId, { confirmed: true });
    await page.goto(`/actions/${actionId}`);
    await expect(page.getByText('It arrived in Enerflo. It could not be read back from there.')).toBeVisible({
      timeout: 20_000,
    });
    const question = page.getByRole('region', { name: 'What did you find in Enerflo?' });
    await expect(question.getByRole('button', { name: 'It arrived', exact: true })).toBeVisible();
    await expect(question.getByRole('button', { name: 'It did not arrive' })).toHaveCount(0);
    await expect(page.getByText(/stopped looking for it/)).toHaveCount(0);
    await expectAccessible();
    await question.getByRole('button', { name: 'It arrived', exact: true }).click();
    await page
      .getByRole('dialog', { name: 'Say that it arrived?' })
      .getByRole('button', { name: 'It arrived' })
      .click();
    await expect(page.getByText(/found it in Enerflo and settled it by hand on .* UTC/)).toBeVisible();
  } finally {
    enerflo.rules.reset();
  }
});
