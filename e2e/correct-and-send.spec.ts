import { anInstall, pick, preview } from './enerflo-forms.ts';
import { giveKey, writesTo } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';
import { addPerson } from './people.ts';

test('what Enerflo refused is said at its field, and from Actions it is corrected, sent again and arrives once', async ({
  page,
  browser,
  installation,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  test.setTimeout(90_000);
  const { customerId, homeowner, street } = anInstall(enerflo, 'Active');
  const [type] = enerflo.state.appointmentTypes.keys();
  const made = () =>
    [...enerflo.state.appointments.values()].filter((one) => one.start.getUTCFullYear() === 2031);
  const sent = () => writesTo(enerflo).filter(({ path }) => path.startsWith('/api/v1/appointments'));
  const before = sent().length;
  await signIn();
  await giveKey(page);
  await page.goto(`/enerflo/enerflo.appointment.create?customer=${customerId}&appointment_type=987654`);
  await page.getByLabel('Begins').fill('2031-05-02T09:00');
  await page.getByLabel('Ends').fill('2031-05-02T10:30');
  const send = preview(page).getByRole('button', { name: 'Make the appointment in Enerflo' });
  await send.click();
  const words = 'The selected appointment type is invalid.';
  await expect(preview(page).getByRole('alert')).toContainText(`Type of appointment: ${words}`);
  const field = page.getByRole('combobox', { name: 'Type of appointment' });
  await expect(field).toHaveAccessibleDescription(new RegExp(words));
  // The form is there still: nothing leads to it anew.
  await expect(page.getByRole('link', { name: 'Correct and send again' })).toHaveCount(0);
  await expectAccessible();

  await page.goto('/actions?state=failed');
  const grid = page.getByRole('grid', { name: 'Actions' });
  await grid
    .getByRole('row')
    .filter({ hasText: 'Make an appointment' })
    .filter({ hasText: homeowner })
    .first()
    .click();
  const way = page.getByRole('link', { name: 'Correct and send again' });
  await expect(way).toBeVisible();
  const address = new URL((await way.getAttribute('href')) ?? '', installation.url);
  const action = address.searchParams.get('instead-of');
  await expectAccessible();
  await way.click();

  // All that was asked, on the clock on which it was typed; the name of nobody stands in the address.
  await expect(page.getByLabel('Begins')).toHaveValue('2031-05-02T09:00');
  await expect(page.getByLabel('Ends')).toHaveValue('2031-05-02T10:30');
  await expect(field).toHaveValue('987654');
  await expect(page.getByRole('combobox', { name: 'Customer' })).toHaveValue(homeowner);
  await expect(page.getByText(`Type of appointment: ${words}`)).toBeVisible();
  for (const part of [homeowner.split(' ')[1] ?? '', street, '987654'])
    expect(decodeURI(page.url())).not.toContain(part);
  await expectAccessible();
  await pick(page, 'Type of appointment', String(type));
  // What is typed here is kept here, and not in a form that was opened by itself.
  await page.reload();
  await expect(page.getByText('What you typed before is back.')).toBeVisible();
  await expect(field).not.toHaveValue('987654');
  await send.click();
  await expect(page.getByRole('heading', { name: 'The appointment was made.' })).toBeVisible();
  expect(made()).toEqual([expect.objectContaining({ customerId, typeId: type })]);
  expect(sent().length - before).toBe(2);
  await page.goto('/enerflo/enerflo.appointment.create');
  await expect(field).toHaveValue('');

  // What was not done stays as it was, and is sent again by nobody who may not do it.
  await page.goto(`/actions/${action}`);
  await expect(page.getByText('Not done', { exact: true }).first()).toBeVisible();
  await expect(way).toBeVisible();
  const other = await browser.newPage({ baseURL: installation.url });
  const viewer = await addPerson(installation, 'viewer');
  await other.goto('/sign-in');
  await other.getByLabel('E-mail address').fill(viewer.email);
  await other.getByLabel('Password').fill(viewer.password);
  await other.getByRole('button', { name: 'Sign in' }).click();
  await other.waitForURL('**/events**');
  await other.goto(`/actions/${action}`);
  await expect(other.getByText('Enerflo refused the request.').first()).toBeVisible();
  await expect(other.getByRole('link', { name: 'Correct and send again' })).toHaveCount(0);
  await other.close();
});
