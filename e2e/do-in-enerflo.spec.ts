import { addNote, anInstall, pick, preview } from './enerflo-forms.ts';
import { giveKey, type StandInEnerflo, takeKey, writesTo } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';
import { addPerson } from './people.ts';
import { cancellation, install } from './samples.ts';

const milestonesOf = (enerflo: StandInEnerflo, installId: number) =>
  [...enerflo.state.milestones.values()].filter((milestone) => milestone.installId === installId);

test('without an API key the page says so and leads to where it is set', async ({ page, signIn }) => {
  await signIn();
  await takeKey(page);
  await page.getByRole('link', { name: 'Do in Enerflo' }).click();
  await expect(page.getByText(/has no API key yet/)).toBeVisible();
  await page.getByRole('link', { name: 'Set the API key' }).click();
  await expect(page).toHaveURL(/\/accounts\//);
});

test('a lead with a badly written phone is made right, shown, and added once', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  await signIn();
  await giveKey(page);
  await page.getByRole('link', { name: 'Do in Enerflo' }).click();
  await expect(page.getByRole('region', { name: 'Change orders' })).toContainText('no way to make one');
  await expectAccessible();
  await page.getByRole('link', { name: /^Add a lead Adds/ }).click();
  await page.getByLabel('First name').fill('Lena');
  await page.getByLabel('Last name').fill('Lead');
  await page.getByLabel('E-mail').fill('lena.lead@example.com');
  await page.getByLabel('Phone').fill('(555) 123-4567');
  await page.getByLabel('Street address').fill('12 Elm St');
  await expect(page.getByText('5551234567', { exact: true })).toBeVisible();
  await expect(page.getByText(/digits only/)).toBeVisible();
  await page.getByLabel('City').fill('San Diego');
  await page.getByLabel('State').fill('California');
  await page.getByLabel('ZIP code').fill('92101');
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  const send = preview(page).getByRole('button', { name: 'Add the lead in Enerflo' });
  await expect(send).toBeEnabled();
  await preview(page).getByText('The exact request').click();
  await expect(preview(page)).toContainText('POST');
  await expect(preview(page)).toContainText('/api/v1/partner/action/lead/add');
  await expect(preview(page)).toContainText('"mobile": "5551234567"');
  await expectAccessible();
  const before = writesTo(enerflo).length;
  await send.dblclick();
  await expect(page.getByText(/^The lead was added/)).toBeVisible();
  await expectAccessible();
  const writes = writesTo(enerflo).slice(before);
  expect(writes).toHaveLength(1);
  expect(writes[0]?.body).toMatchObject({
    lead: { first_name: 'Lena', mobile: '5551234567', state: 'CA', zip: '92101' },
  });
  const added = [...enerflo.state.customers.values()].filter(
    ({ email }) => email === 'lena.lead@example.com',
  );
  expect(added).toHaveLength(1);

  // The same person once more: it is said before it is sent.
  await page.getByRole('button', { name: 'Do another' }).click();
  await page.getByLabel('First name').fill('Lena');
  await page.getByLabel('Last name').fill('Leadbetter');
  await page.getByLabel('E-mail').fill('lena.lead@example.com');
  await page.getByLabel('Street address').fill('99 Other Rd');
  await page.getByLabel('City').fill('San Diego');
  await page.getByLabel('State').fill('CA');
  await page.getByLabel('ZIP code').fill('92101');
  await expect(preview(page).getByText(/Lena Lead\b.*same e-mail/)).toBeVisible();
  await expect(preview(page).getByText('Agree to the warning above first.')).toBeVisible();
});

test('a milestone is completed with the difference and the e-mail warning shown, from its event', async ({
  page,
  send,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const project = anInstall(enerflo, 'Active');
  const milestone = milestonesOf(enerflo, project.id).find(
    ({ completedOn, definitionId }) =>
      completedOn === null && enerflo.state.milestoneDefinitions.get(definitionId)?.notifyCustomer,
  );
  const title = enerflo.state.milestoneDefinitions.get(milestone?.definitionId ?? 0)?.title ?? '';
  const eventId = await send.enerflo(install({ id: project.id, status_id: project.statusId }));
  await signIn();
  await giveKey(page);
  await page.goto(`/events/${eventId}`);
  await page.getByRole('button', { name: 'Do in Enerflo' }).click();
  await page.getByRole('menuitem', { name: 'Complete or change a milestone' }).click();
  await expect(page.getByText('Filled in from')).toBeVisible();
  // The install is known from the event, by name and not by number.
  await expect(page.getByRole('combobox', { name: 'Install' })).toHaveValue(project.homeowner);
  await pick(page, 'Milestone', title);
  await page.getByLabel('Completed on').fill('2026-08-15');
  const row = preview(page).getByRole('row', { name: /^Completed on/ });
  await expect(row).toContainText('empty');
  await expect(row).toContainText('2026-08-15');
  await expect(preview(page).getByText(/Enerflo may e-mail/)).toBeVisible();
  await expectAccessible();
  const complete = preview(page).getByRole('button', { name: 'Complete the milestone in Enerflo' });
  await expect(complete).toHaveAttribute('aria-disabled', 'true');
  await preview(page).getByRole('checkbox').check();
  await complete.click();
  await expect(page.getByText(/^The milestone was completed/)).toBeVisible();
  await expect(page.getByText('Read back from Enerflo: it is there as asked.')).toBeVisible();
  expect(enerflo.state.milestones.get(milestone?.id ?? 0)?.completedOn).toBe('2026-08-15');
  expect(writesTo(enerflo).at(-1)?.body).toEqual({ completed_date: '2026-08-15' });

  // It is found at the event again.
  await page.goto(`/events/${eventId}`);
  const done = page.getByRole('region', { name: 'Done in Enerflo' });
  await done.getByRole('link', { name: 'Complete or change a milestone' }).click();
  await expect(page.getByRole('row', { name: /^Completed on/ })).toContainText('2026-08-15');
  await expectAccessible();
});

test('an install is set On Hold, and that is undone', async ({ page, signIn, enerflo, expectAccessible }) => {
  const project = anInstall(enerflo, 'Active');
  const statusOf = () =>
    enerflo.state.statuses.get(enerflo.state.installs.get(project.id)?.statusId ?? 0)?.name;
  await signIn();
  await giveKey(page);
  await page.goto(`/enerflo/enerflo.install.update-status?install_id=${project.id}`);
  await expect(page.getByText(/^\d+ of \d+ requests left$/)).toBeVisible();
  await pick(page, 'New status', 'On Hold');
  const row = preview(page).getByRole('row', { name: /status/i });
  await expect(row).toContainText('Active');
  await expect(row).toContainText('On Hold');
  // Looking sends nothing, however often.
  await page.getByRole('button', { name: 'See what would be sent' }).dblclick();
  await expect(preview(page)).toBeFocused();
  expect(statusOf()).toBe('Active');
  await preview(page).getByRole('button', { name: 'Change the status of the install in Enerflo' }).click();
  await expect(page.getByText(/^The status of the install was changed/)).toBeVisible();
  expect(statusOf()).toBe('On Hold');
  await expect(page.getByRole('link', { name: 'Open in Enerflo' })).toHaveAttribute(
    'href',
    `${enerflo.url}/installs/${project.id}`,
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('heading', { name: 'It is undone' })).toBeVisible();
  await expect(page.getByText('Undone', { exact: true })).toBeVisible();
  expect(statusOf()).toBe('Active');

  await page.getByRole('link', { name: 'Actions', exact: true }).click();
  const list = page.getByRole('grid', { name: 'Actions' });
  await page.getByLabel('State').selectOption('undone');
  await expect(page).toHaveURL(/state=undone/);
  await expect(list.getByText('Change the status of an install')).toHaveCount(1);
  await list.getByText('Change the status of an install').click();
  await expect(page.getByRole('complementary', { name: 'Action' })).toContainText('Undone by');
  await expectAccessible();
});

test('what somebody changed in Enerflo meanwhile is noticed before anything is sent', async ({
  page,
  signIn,
  enerflo,
}) => {
  const project = anInstall(enerflo, 'Completed');
  const named = (name: string) => [...enerflo.state.statuses.values()].find((status) => status.name === name);
  await signIn();
  await giveKey(page);
  await page.goto(`/enerflo/enerflo.install.update-status?install_id=${project.id}`);
  await pick(page, 'New status', 'On Hold');
  const button = preview(page).getByRole('button', { name: /^Change the status/ });
  await expect(preview(page).getByRole('row', { name: /status/i })).toContainText('Completed');
  enerflo.state.updateInstall(project.id, { statusId: named('Active')?.id ?? 0 });
  const before = writesTo(enerflo).length;
  await button.click();
  await expect(preview(page).getByRole('alert')).toContainText('It changed in Enerflo meanwhile');
  await expect(preview(page).getByRole('row', { name: /status/i })).toContainText('Active');
  expect(writesTo(enerflo)).toHaveLength(before);
});

test('a note with HTML becomes text with its author, by keyboard alone', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const project = anInstall(enerflo, 'Active');
  await signIn();
  await giveKey(page);
  await page.goto('/enerflo/enerflo.note.add');
  await page.getByRole('combobox', { name: 'Install' }).focus();
  await page.keyboard.type(project.homeowner);
  await expect(page.getByRole('option', { name: project.homeowner }).first()).toBeVisible();
  await expectAccessible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('<p>Roof access from <b>Aug 20</b></p>');
  await expect(preview(page)).toContainText('[From ');
  await expect(preview(page).getByRole('row', { name: /^Note/ })).toContainText('Roof access from Aug 20');
  await expect(
    preview(page).getByRole('button', { name: 'Add the note to the install in Enerflo' }),
  ).toBeEnabled();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/^The note was added/)).toBeVisible();
  // The result has the focus: the next step is one key away.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused();
  const body = writesTo(enerflo).at(-1)?.body;
  expect(body).toEqual({
    body: expect.stringMatching(/^\[From .+ in Heliograph\]: Roof access from Aug 20$/),
  });
});

test('no answer came: it is in doubt, looked up, and there once', async ({ page, signIn, enerflo }) => {
  const project = anInstall(enerflo, 'Active');
  enerflo.rules.add([{ method: 'POST', path: '/api/v3/installs/*/notes', cut: 'after-store', times: 1 }]);
  enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/notes', answer: 500, times: 1 }]);
  await signIn();
  await giveKey(page);
  await page.goto(`/enerflo/enerflo.note.add?install_id=${project.id}&body=Gate+code+changed`);
  await preview(page).getByRole('button', { name: 'Add the note to the install in Enerflo' }).click();
  const look = page.getByRole('button', { name: 'Look whether it arrived' });
  const done = page.getByText('Done', { exact: true });
  await expect(look.or(done).first()).toBeVisible();
  if (await look.isVisible()) await look.click();
  await expect(done).toBeVisible({ timeout: 20_000 });
  const notes = [...enerflo.state.notes.values()].filter((note) => note.text.includes('Gate code changed'));
  expect(notes).toHaveLength(1);
  enerflo.rules.reset();
});

test('a case leads to the install of its homeowner', async ({ page, send, signIn, enerflo }) => {
  const project = anInstall(enerflo, 'Active');
  await send.sunnova(
    'cancellation-case',
    cancellation({
      Status: 'Confirmed',
      System_Project: 'a8u4W0000099bdNQAQ',
      System_Project_Primary_Customer_Name: project.homeowner,
      Contact_Name: project.homeowner,
    }),
  );
  await signIn();
  await giveKey(page);
  await page.goto(`/cancellations?q=${encodeURIComponent(project.homeowner)}`);
  await page.getByRole('grid', { name: 'Cancellation cases' }).getByText(project.homeowner).first().click();
  await page.getByRole('button', { name: 'Do in Enerflo' }).click();
  await page.getByRole('menuitem', { name: 'Change the status of an install' }).click();
  await page.getByRole('combobox', { name: 'Install' }).click();
  await expect(page.getByRole('option', { name: project.homeowner }).first()).toBeVisible();
});

test('a viewer sees what was done and no way to do anything', async ({
  page,
  installation,
  signIn,
  enerflo,
}) => {
  await signIn();
  await addNote(page, await giveKey(page), anInstall(enerflo, 'Active').id, 'For a viewer to see');
  await page.context().clearCookies();
  await signIn(await addPerson(installation, 'viewer'));
  await expect(page.getByRole('link', { name: 'Do in Enerflo' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Actions', exact: true }).click();
  await page.getByRole('grid', { name: 'Actions' }).getByText('Add a note to an install').first().click();
  await expect(page.getByRole('complementary', { name: 'Action' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
  await page.goto('/enerflo');
  await expect(page.getByText('There is no page here')).toBeVisible();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`forms, what would be sent and what came of it are accessible and fit a phone, ${scheme}`, async ({
    page,
    signIn,
    enerflo,
    expectAccessible,
  }) => {
    test.setTimeout(120_000);
    const project = anInstall(enerflo, 'Active');
    await page.emulateMedia({ colorScheme: scheme });
    await signIn();
    const connectionId = await giveKey(page);
    const actionId = await addNote(page, connectionId, project.id, `Seen in ${scheme}`);
    const pages = [
      { path: '/enerflo', ready: 'List change orders' },
      { path: '/enerflo/enerflo.lead.add', ready: 'See what would be sent' },
      {
        path: `/enerflo/enerflo.note.add?install_id=${project.id}&body=Hello+there`,
        ready: 'The exact request',
      },
      { path: '/enerflo/enerflo.status.list', ready: 'Look up' },
      { path: '/actions', ready: 'About' },
      { path: `/actions/${actionId}`, ready: 'Where it belongs' },
    ];
    for (const width of [1440, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const { path, ready } of pages) {
        await page.goto(path);
        await expect(page.getByText(ready, { exact: true }).first()).toBeVisible();
        await expectAccessible();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
    }
  });
}
