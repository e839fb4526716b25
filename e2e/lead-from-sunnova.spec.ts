import type { Page } from '@playwright/test';
import { appliedEvent } from './applied-event.ts';
import { preview } from './enerflo-forms.ts';
import { giveKey, writesTo } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

const leadId = '00Q4W00001dSunLUAS';

/** The assignment of a lead as Sunnova's page prints it, with a made-up homeowner. */
const assigned = {
  Status: 'Open',
  Retail_Rep_Name: 'Rita Example',
  WebTracking: 'WebTracking1',
  LeadSource: 'Web-Sol',
  PostalCode: '03087',
  State: 'NH',
  City: 'Windham',
  Street: '77 Sunnova Lane',
  Phone: '3075550188',
  Email: 'sunny.leadson@example.com',
  LastName: 'Leadson',
  FirstName: 'Sunny',
  Id: leadId,
};

async function addLeadFrom(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Do in Enerflo' }).click();
  await page.getByRole('menuitem', { name: 'Add a lead', exact: true }).click();
  await expect(page.getByText('Filled in from')).toBeVisible();
}

const filled: [label: string, value: string][] = [
  ['First name', 'Sunny'],
  ['Last name', 'Leadson'],
  ['E-mail', 'sunny.leadson@example.com'],
  ['Phone', '3075550188'],
  ['Street address', '77 Sunnova Lane'],
  ['City', 'Windham'],
  ['State', 'NH'],
  ['ZIP code', '03087'],
];

async function expectFilled(page: Page): Promise<void> {
  for (const [label, value] of filled) await expect(page.getByLabel(label)).toHaveValue(value);
}

test('a lead of Sunnova is added in Enerflo by a form that is filled in from its event, or from its record', async ({
  page,
  send,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  const assignment = await send.sunnova('lead-assignment', assigned);
  // Tells a new status of the lead, and nothing of the person.
  const status = await send.sunnova('lead-status', {
    Id: leadId,
    lead: leadId,
    Status: 'Appointment Set with Dealer',
    LeadSource: 'Web-Sol',
  });
  await signIn();
  await giveKey(page);
  await appliedEvent(page, status);
  await page.goto(`/events/${status}`);
  await addLeadFrom(page);
  await expectFilled(page);
  await page.goto(`/events/${status}`);
  await page.getByRole('link', { name: 'All that is known' }).first().click();
  await expect(page).toHaveURL(/\/records\//);
  await addLeadFrom(page);
  await expectFilled(page);

  await page.goto(`/events/${assignment}`);
  await addLeadFrom(page);
  await expectFilled(page);
  // Nobody's name or address stands in the address of the page.
  expect(page.url()).not.toMatch(/sunny|leadson|lane/i);
  await expectAccessible();
  await preview(page).getByRole('button', { name: 'Add the lead in Enerflo' }).click();
  await expect(page.getByText(/^The lead was added/)).toBeVisible();
  expect(writesTo(enerflo).at(-1)?.body).toMatchObject({
    lead: { first_name: 'Sunny', last_name: 'Leadson', address: '77 Sunnova Lane', zip: '03087' },
  });
  await page.goto(`/events/${assignment}`);
  const done = page.getByRole('region', { name: 'Done in Enerflo' });
  await expect(done.getByRole('link', { name: 'Add a lead' })).toBeVisible();
});
