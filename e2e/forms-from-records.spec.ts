import { addNote, anInstall, pick, preview, submission } from './enerflo-forms.ts';
import { giveKey, writesTo } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';
import { install } from './samples.ts';
import { stopLooking } from './stop-looking.ts';

test('the page of a record says how it stands, fills in a form, and shows what was done', async ({
  page,
  send,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const project = anInstall(enerflo, 'Completed');
  const told = { id: project.id, status_id: project.statusId };
  const eventId = await send.enerflo(install(told));
  await signIn();
  await giveKey(page);
  await page.goto(`/events/${eventId}`);
  const section = page.getByRole('region', { name: 'Enerflo install', exact: true });
  await section.getByRole('link', { name: 'All that is known' }).click();
  await expect(page).toHaveURL(/\/records\//);
  await expect(page.getByRole('region', { name: 'As it is known' })).toContainText('since');
  await expect(page.getByRole('region', { name: 'Events' }).getByRole('link').first()).toBeVisible();
  await expectAccessible();
  await page.getByRole('button', { name: 'Do in Enerflo' }).click();
  await expect(page.getByRole('menu')).toContainText('Change orders are made and signed in Enerflo');
  await page.getByRole('menuitem', { name: 'Add a note to an install' }).click();
  await expect(page.getByText('Filled in from')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Install' })).toHaveValue(project.homeowner);
  await page.getByRole('textbox', { name: 'Note' }).fill('Meter spot is free');
  await preview(page).getByRole('button', { name: 'Add the note to the install in Enerflo' }).click();
  await expect(page.getByText(/^The note was added/)).toBeVisible();
  await page.getByRole('link', { name: /^the Enerflo install/i }).click();
  const done = page.getByRole('region', { name: 'Done in Enerflo' });
  await done.getByRole('link', { name: 'Add a note to an install' }).click();
  await expect(page.getByText('Meter spot is free').first()).toBeVisible();
  // And back from what was done to what it was about.
  await page.getByRole('link', { name: `Install ${project.id}` }).click();
  await expect(page).toHaveURL(/\/records\//);
});

test('from a submission the install is filled in, and the customer; without an install it says so', async ({
  page,
  send,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const project = anInstall(enerflo, 'Active');
  const eventId = await send.enerflo(submission(enerflo, project.dealId));
  const waiting = enerflo.state.addDeal({ customerId: project.customerId });
  const tooEarly = await send.enerflo(submission(enerflo, waiting.id));
  await signIn();
  await giveKey(page);
  const open = async (event: string, offer: string) => {
    await page.goto(`/events/${event}`);
    await page.getByRole('button', { name: 'Do in Enerflo' }).click();
    await page.getByRole('menuitem', { name: offer }).click();
    await expect(page.getByText('Filled in from')).toBeVisible();
  };
  const field = (name: string) => page.getByRole('combobox', { name });

  await open(eventId, 'Add a note to an install');
  await expect(field('Install')).toHaveValue(project.homeowner);
  await page.getByRole('textbox', { name: 'Note' }).fill('Submitted, welcome call is next');
  await preview(page).getByRole('button', { name: 'Add the note to the install in Enerflo' }).click();
  await expect(page.getByText(/^The note was added/)).toBeVisible();
  expect(writesTo(enerflo).at(-1)?.path).toBe(`/api/v3/installs/${project.id}/notes`);

  await open(eventId, 'Change a customer');
  await expect(field('Customer')).toHaveValue(project.homeowner);
  await expect(page.getByText('Enerflo changes customers by their number only')).toHaveCount(0);

  // What was typed about the one before does not come along.
  await open(tooEarly, 'Add a note to an install');
  await expect(page.getByText(/The deal has no install in Enerflo yet/)).toBeVisible();
  await expect(field('Install')).toHaveValue('');
  await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('');
  await expectAccessible();
  await pick(page, 'Install', project.homeowner);
  await expect(page.getByText(/The deal has no install in Enerflo yet/)).toHaveCount(0);
});

test('what was done leads to the records it was about, and one who is there already can be changed instead', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  await signIn();
  await giveKey(page);
  const fill = async (lastName: string, street: string) => {
    await page.getByLabel('First name').fill('Nora');
    await page.getByLabel('Last name').fill(lastName);
    await page.getByLabel('E-mail').fill('nora.newman@example.com');
    await page.getByLabel('Street address').fill(street);
    await page.getByLabel('City').fill('San Diego');
    await page.getByLabel('State').fill('CA');
    await page.getByLabel('ZIP code').fill('92101');
  };
  await page.goto('/enerflo/enerflo.lead.add');
  // A street at which no other test has a lead: one there already would have to be agreed to.
  await fill('Newman', '41 Larch Way');
  await preview(page).getByRole('button', { name: 'Add the lead in Enerflo' }).click();
  await expect(page.getByText(/^The lead was added/)).toBeVisible();
  await page.getByRole('link', { name: 'See the customer' }).click();
  await expect(page).toHaveURL(/\/records\//);
  await expect(page.getByRole('region', { name: 'As it is known' })).toContainText('Newman');

  await page.goto('/enerflo/enerflo.lead.add');
  await fill('Newbury', '99 Other Rd');
  await expect(preview(page).getByText(/Nora Newman\b.*same e-mail/)).toBeVisible();
  await expectAccessible();
  await preview(page).getByRole('link', { name: 'Change this customer instead' }).click();
  await expect(page.getByRole('heading', { name: 'Change a customer', exact: true })).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue('Nora Newman');
  // Her last name can be set back; one that is empty in Enerflo could not be, and nothing of the kind is promised.
  await page.getByLabel('Last name').fill('Newbury');
  await expect(preview(page).getByText(/It can be taken back: set the fields back/)).toBeVisible();
  const nora = [...enerflo.state.customers.values()].find(({ email }) => email === 'nora.newman@example.com');
  enerflo.state.updateCustomer(nora?.id ?? 0, { lastName: '' });
  await page.reload();
  await page.getByLabel('Last name').fill('Newbury');
  await expect(preview(page).getByText(/It cannot be taken back from here/)).toBeVisible();
});

test('a status of which Enerflo tells the name alone is shown beside the new one', async ({
  page,
  signIn,
  enerflo,
}) => {
  const project = anInstall(enerflo, 'Active');
  enerflo.settings.installStatus = 'name-only';
  try {
    await signIn();
    await giveKey(page);
    await page.goto(`/enerflo/enerflo.install.update-status?install_id=${project.id}`);
    await pick(page, 'New status', 'On Hold');
    const row = preview(page).getByRole('row', { name: /status/i });
    await expect(row).toContainText('Active');
    await expect(row).toContainText('On Hold');
    await expect(preview(page).getByText(/It can be taken back: set the status back/)).toBeVisible();
  } finally {
    enerflo.settings.installStatus = 'id-and-name';
  }
});

test('what is not looked for any more is settled by what a person found in Enerflo', async ({
  page,
  installation,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const project = anInstall(enerflo, 'Active');
  enerflo.rules.add([{ method: 'POST', path: '/api/v3/installs/*/notes', cut: 'before-store', times: 1 }]);
  enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/notes', answer: 500 }]);
  try {
    await signIn();
    const actionId = await addNote(page, await giveKey(page), project.id, 'Dog in the yard');
    await stopLooking(installation, actionId);
    await page.goto(`/actions/${actionId}`);
    const question = page.getByRole('region', { name: 'What did you find in Enerflo?' });
    await expect(question).toBeVisible({ timeout: 20_000 });
    await expectAccessible();
    const before = writesTo(enerflo).length;
    await question.getByRole('button', { name: 'It did not arrive' }).click();
    const dialog = page.getByRole('dialog', { name: 'Say that it did not arrive?' });
    await expectAccessible();
    await dialog.getByRole('button', { name: 'It did not arrive' }).click();
    await expect(page.getByText(/did not find it in Enerflo and settled it by hand on .* UTC/)).toBeVisible();
    await expect(question).toHaveCount(0);
    expect(writesTo(enerflo)).toHaveLength(before);
  } finally {
    enerflo.rules.reset();
  }
});

test('from something of an account that is switched off nothing is done in another', async ({
  page,
  send,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const project = anInstall(enerflo, 'Active');
  const eventId = await send.enerflo(install({ id: project.id, status_id: project.statusId }));
  await signIn();
  const connectionId = await giveKey(page);
  const enable = (enabled: boolean) =>
    page.evaluate(
      async ([path, body]) => {
        const headers = { 'content-type': 'application/json' };
        const answer = await fetch(path, { method: 'POST', headers, body });
        if (!answer.ok) throw new Error(`The account was not switched: ${answer.status}`);
      },
      [`/api/connections/${connectionId}/enabled`, JSON.stringify({ enabled })] as const,
    );
  await enable(false);
  try {
    await page.goto(`/enerflo/enerflo.note.add?event=${eventId}`);
    await expect(page.getByText('This account is switched off')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveCount(0);
    await expectAccessible();
    await page.getByRole('link', { name: 'Look at the account' }).click();
    await expect(page).toHaveURL(new RegExp(`/accounts/${connectionId}`));
  } finally {
    await enable(true);
  }
});
