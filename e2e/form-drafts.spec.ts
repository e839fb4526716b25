import { anInstall, submission } from './enerflo-forms.ts';
import { giveKey } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';
import { install } from './samples.ts';

test('what was typed in a form opened from an event is there after a reload, and in no other form', async ({
  page,
  send,
  signIn,
  enerflo,
}) => {
  const project = anInstall(enerflo, 'Active');
  const another = anInstall(enerflo, 'Completed');
  const eventId = await send.enerflo(install({ id: project.id, status_id: project.statusId }));
  const anotherId = await send.enerflo(install({ id: another.id, status_id: another.statusId }));
  await signIn();
  await giveKey(page);
  const field = page.getByRole('combobox', { name: 'Install' });
  const note = page.getByRole('textbox', { name: 'Note' });
  const back = page.getByText('What you typed before is back');
  await page.goto(`/enerflo/enerflo.note.add?event=${eventId}`);
  await expect(field).toHaveValue(project.homeowner);
  await note.fill('Ladder is in the garage');
  await page.reload();
  await expect(back).toBeVisible();
  await expect(note).toHaveValue('Ladder is in the garage');
  await expect(field).toHaveValue(project.homeowner);

  // The name is asked of the server: once it is there, a draft would be back as well.
  await page.goto(`/enerflo/enerflo.note.add?event=${anotherId}`);
  await expect(field).toHaveValue(another.homeowner);
  await expect(note).toHaveValue('');
  await expect(back).toHaveCount(0);

  // So are the choices of the form that was opened from nothing.
  await page.goto('/enerflo/enerflo.note.add');
  await field.click();
  await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(note).toHaveValue('');
  await expect(back).toHaveCount(0);
});

test('what a form found by itself is not taken for typing, and is there again when the form is begun anew', async ({
  page,
  send,
  signIn,
  enerflo,
}) => {
  const project = anInstall(enerflo, 'Active');
  const eventId = await send.enerflo(submission(enerflo, project.dealId));
  await signIn();
  await giveKey(page);
  const field = page.getByRole('combobox', { name: 'Install' });
  const note = page.getByRole('textbox', { name: 'Note' });
  const back = page.getByText('What you typed before is back');
  for (const _time of [1, 2]) {
    await page.goto(`/enerflo/enerflo.note.add?event=${eventId}`);
    await expect(field).toHaveValue(project.homeowner);
    await expect(back).toHaveCount(0);
  }
  await note.fill('Ladder is in the garage');
  await page.reload();
  await expect(back).toBeVisible();
  await expect(note).toHaveValue('Ladder is in the garage');
  await expect(field).toHaveValue(project.homeowner);
  await page.getByRole('button', { name: 'Start anew' }).click();
  await expect(back).toHaveCount(0);
  await expect(note).toHaveValue('');
  await expect(field).toHaveValue(project.homeowner);
});
