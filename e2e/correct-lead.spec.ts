import type { Page } from '@playwright/test';
import { pick, preview } from './enerflo-forms.ts';
import { giveKey, type StandInEnerflo, writesTo } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

type Lead = { first: string; last: string; email: string; street: string };

async function fillLead(page: Page, { first, last, email, street }: Lead): Promise<void> {
  await page.getByLabel('First name').fill(first);
  await page.getByLabel('Last name').fill(last);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Street address').fill(street);
  await page.getByLabel('City').fill('San Diego');
  await page.getByLabel('State').fill('CA');
  await page.getByLabel('ZIP code').fill('92101');
}

/** Adds a lead by the form; gives its number in Enerflo. */
async function addLead(page: Page, enerflo: StandInEnerflo, lead: Lead): Promise<number> {
  await page.goto('/enerflo/enerflo.lead.add');
  await fillLead(page, lead);
  await preview(page).getByRole('button', { name: 'Add the lead in Enerflo' }).click();
  await expect(page.getByText(/^The lead was added/)).toBeVisible();
  const [one] = at(enerflo, lead.street);
  if (!one) throw new Error('The stand-in has no such lead.');
  return one.id;
}

const at = (enerflo: StandInEnerflo, street: string) =>
  [...enerflo.state.customers.values()].filter((one) => one.street === street && one.deletedAt === null);

test('a lead that Enerflo does not let change as a customer is corrected by the way shown, and is not doubled', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const lead = { first: 'Corrine', last: 'Leda', email: 'corrine.leda@exmaple.com', street: '31 Mistake St' };
  await signIn();
  await giveKey(page);
  const id = await addLead(page, enerflo, lead);
  await page.goto(`/enerflo/enerflo.customer.update?customer_id=${id}`);
  await page.getByLabel('E-mail').fill('corrine.leda@example.com');
  await preview(page).getByRole('button', { name: 'Change the customer in Enerflo' }).click();
  await expect(preview(page).getByRole('alert')).toContainText('“Add a lead” with the same id of ours');
  const way = page.getByRole('link', { name: 'Correct it as a lead' });
  await expect(way).toBeVisible();
  await expectAccessible();
  await way.click();

  // All of today's values, and in them what was wanted; the name of nobody stands in the address.
  await expect(page.getByLabel('First name')).toHaveValue('Corrine');
  await expect(page.getByLabel('E-mail')).toHaveValue('corrine.leda@example.com');
  await expect(page.getByLabel('Street address')).toHaveValue(lead.street);
  expect(page.url()).not.toMatch(/corrine|Leda|Mistake/i);
  const update = preview(page).getByRole('button', { name: 'Update the lead in Enerflo' });
  await expect(preview(page).getByText('This updates the lead that is there already')).toBeVisible();
  await expect(preview(page).getByText(/This looks like/)).toHaveCount(0);
  // What is written over stands beside what it becomes, so that somebody could type it again.
  const mail = (cells: string[]) =>
    expect(page.getByRole('row', { name: /^E-mail / }).getByRole('cell')).toHaveText(cells);
  await mail(['corrine.leda@exmaple.com', 'corrine.leda@example.com']);
  await expectAccessible();
  await expect(update).not.toHaveAttribute('aria-disabled');
  await update.click();
  await expect(page.getByText(/^The lead was there already and was updated/)).toBeVisible();
  const sent = ['corrine.leda@exmaple.com', 'corrine.leda@example.com', 'corrine.leda@example.com'];
  await mail(sent);
  expect(at(enerflo, lead.street)).toEqual([
    expect.objectContaining({ id, email: 'corrine.leda@example.com', unconverted: true }),
  ]);

  // What was refused tells whoever comes to it later that it was done since, and does not offer it as new.
  await page.goto('/actions?state=failed');
  await page.getByRole('grid', { name: 'Actions' }).getByText('Corrine Leda').first().click();
  await expect(page.getByText('It was updated as a lead since')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Correct it as a lead' })).toHaveCount(0);
  await expectAccessible();
  await page.getByRole('link', { name: 'a later action' }).click();
  await expect(page.getByText(/^The lead was there already and was updated/)).toBeVisible();
  await mail(sent);
});

test('a lead of which Enerflo has no id of ours is not added twice: it says what can be done', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const place = { street: '33 Nameless St', city: 'San Diego', state: 'CA', zip: '92101' };
  const { id } = enerflo.state.addLead({ ...place, firstName: 'Noid', lastName: 'Leda' });
  await signIn();
  await giveKey(page);
  await page.goto(`/enerflo/enerflo.customer.update?customer_id=${id}`);
  await page.getByLabel('First name').fill('Nora');
  await preview(page).getByRole('button', { name: 'Change the customer in Enerflo' }).click();
  const said = preview(page).getByRole('alert');
  await expect(said).toContainText('In Enerflo it has no id of ours.');
  await expect(said.getByRole('link', { name: 'Open Enerflo' })).toHaveAttribute('href', enerflo.url);
  await expect(page.getByRole('link', { name: 'Correct it as a lead' })).toHaveCount(0);
  await expectAccessible();
});

test('a lead typed anew with its mistake mended updates the one that is there, and keeps what was typed', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const wrong = { first: 'Tilda', last: 'Typpo', email: 'tilda.typo@example.com', street: '35 Mistake St' };
  await signIn();
  await giveKey(page);
  const id = await addLead(page, enerflo, wrong);
  await page.getByRole('button', { name: 'Do another' }).click();
  await fillLead(page, { ...wrong, last: 'Typo' });
  const alike = preview(page).getByText('This looks like one that is there already');
  await expect(alike).toBeVisible();
  await preview(page).getByRole('button', { name: 'Update this lead instead' }).click();
  const updates = preview(page).getByText('This updates the lead that is there already');
  await expect(updates).toBeVisible();
  await expect(alike).toHaveCount(0);
  await expect(page.getByLabel('Last name')).toHaveValue('Typo');
  await expectAccessible();

  // It can be thought over, and more can be typed.
  await preview(page).getByRole('button', { name: 'Add another lead instead' }).click();
  await expect(alike).toBeVisible();
  await preview(page).getByRole('button', { name: 'Update this lead instead' }).click();
  await page.getByLabel('E-mail').fill('tilda@example.com');
  await expect(updates).toBeVisible();
  const before = writesTo(enerflo).length;
  await preview(page).getByRole('button', { name: 'Update the lead in Enerflo' }).click();
  await expect(page.getByText(/^The lead was there already and was updated/)).toBeVisible();
  expect(writesTo(enerflo).slice(before)).toHaveLength(1);
  expect(at(enerflo, wrong.street)).toEqual([
    expect.objectContaining({ id, lastName: 'Typo', email: 'tilda@example.com' }),
  ]);
});

test('a lead with an install says that it updates the lead that is there, or lets it be chosen', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const lead = { first: 'Inka', last: 'Stahl', email: 'inka.stahl@example.com', street: '37 Install St' };
  const [seller] = [...enerflo.state.users.values()].filter(({ deletedAt }) => deletedAt === null);
  const [dealType] = enerflo.state.dealTypes.keys();
  await signIn();
  await giveKey(page);
  const id = await addLead(page, enerflo, lead);
  await page.goto('/enerflo/enerflo.lead-install.add');
  await fillLead(page, { ...lead, last: 'Stall' });
  await page.getByLabel('Phone').fill('619-555-0137');
  await page.getByLabel('Deal type id').fill(String(dealType));
  await pick(page, 'Assign to', `${seller?.firstName} ${seller?.lastName}`);
  const alike = preview(page).getByText('This looks like one that is there already');
  const updates = preview(page).getByText('This updates the lead that is there already');
  await expect(alike).toBeVisible();

  // Misspelt, it is another id: which lead it is can be chosen, and thought over.
  await preview(page).getByRole('button', { name: 'Update this lead instead' }).click();
  await expect(updates).toBeVisible();
  await expect(alike).toHaveCount(0);
  await preview(page).getByRole('button', { name: 'Add another lead instead' }).click();
  await expect(alike).toBeVisible();

  // Spelt as it is there, it has that lead's id.
  await page.getByLabel('Last name').fill(lead.last);
  await expect(updates).toBeVisible();
  await expect(alike).toHaveCount(0);
  await expectAccessible();
  for (const box of await preview(page).getByRole('checkbox').all()) await box.check();
  await preview(page).getByRole('button', { name: 'Update the lead with an install in Enerflo' }).click();
  await expect(page.getByText(/^The lead and its install were added or updated/)).toBeVisible();
  expect(at(enerflo, lead.street)).toEqual([expect.objectContaining({ id, lastName: lead.last })]);
  const installs = [...enerflo.state.installs.values()].filter(({ customerId }) => customerId === id);
  expect(installs).toHaveLength(1);
});
