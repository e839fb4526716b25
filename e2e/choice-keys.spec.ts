import { giveKey } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

test('whoever chooses by the keyboard gets what was typed, from the first letter on and however fast', async ({
  page,
  signIn,
  enerflo,
}) => {
  const owned = [...enerflo.state.installs.values()].map(({ customerId, deletedAt }) => {
    const owner = enerflo.state.customers.get(customerId);
    return { name: `${owner?.firstName} ${owner?.lastName}`, deletedAt };
  });
  // Found by it is one install alone, whatever other tests made.
  const alone = ({ name }: { name: string }) =>
    owned.filter((other) => other.name.includes(name)).length === 1;
  const name = owned.find((one) => one.deletedAt === null && alone(one))?.name ?? '';
  await signIn();
  await giveKey(page);
  await page.goto('/enerflo/enerflo.note.add');
  const box = page.getByRole('combobox', { name: 'Install' });
  const choices = page.getByRole('listbox', { name: 'Choices' }).getByRole('option');

  // Reached by the keyboard, the list is still closed when the first letter comes.
  await box.focus();
  await page.keyboard.insertText(name);
  await expect(box).toHaveValue(name);
  // At once: the list may still be that of nothing typed.
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue(name);
  await expect(choices).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue(new RegExp(`^${name}`));
  await expect(choices).toHaveCount(0);
});
