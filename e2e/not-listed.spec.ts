import { giveKey } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';

test('where Enerflo lists none of the appointments it stops, says why, and goes on once a person says so', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const [type] = enerflo.state.appointmentTypes.keys();
  const lines = Array.from(
    { length: 20 },
    (_, at) =>
      `Lotte,Listless${at},${at + 1} Listless Ct,Provo,UT,84601,38555504${at + 10},lotte${at}@example.com,2026-08-15 9:00 am,2026-08-15 10:00 am`,
  );
  const heads = 'First,Last,Street,City,State,Zip,Cell,Mail,Begins,Ends';
  await signIn();
  await giveKey(page);
  enerflo.settings.leadMore = 'passed-over';
  try {
    await page.goto('/bulk/new?operation=enerflo.lead.add-with-appointment');
    await page.getByLabel('CSV file').setInputFiles({
      name: 'lotte.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([heads, ...lines].join('\r\n')),
    });
    await page.getByRole('button', { name: 'Upload' }).click();
    await page
      .getByLabel('Type of appointment', { exact: true })
      .selectOption({ label: 'One value for all rows' });
    // Enerflo lists no types; only those are known by name that an appointment told which was seen.
    const types = page.getByRole('combobox', { name: 'Type of appointment for all rows' });
    await types.fill('A type nobody saw');
    await expect(page.getByText(/Type its number: Enerflo has it under Company, Settings/)).toBeVisible();
    await types.fill(String(type));
    await expect(page.getByRole('listbox', { name: 'Choices' }).getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await page.getByLabel('Look in Enerflo whether somebody like this is there already').uncheck();
    await page.getByRole('button', { name: 'Check 20 rows' }).click();
    await page.getByRole('button', { name: 'Send 20 rows to Enerflo' }).click();

    const reason = page.getByText(/does not list the appointment of any of them/);
    await expect(reason).toBeVisible({ timeout: 60_000 });
    const tick = page.getByLabel('Do not stop again because Enerflo does not list the appointment');
    await expect(tick).not.toBeChecked();
    await expectAccessible();

    // Without the tick a few more are sent, and it stops again.
    await page.getByRole('button', { name: 'Go on with 12 rows' }).click();
    const goOn = page.getByRole('button', { name: 'Go on with 8 rows' });
    await expect(goOn).toBeVisible({ timeout: 60_000 });
    await expect(reason).toBeVisible();

    await tick.check();
    await goOn.click();
    await expect(
      page.getByText(/20 rows: 20 done\. For 20 rows Enerflo did not list the appointment/),
    ).toBeVisible({ timeout: 60_000 });
    const row = page.getByRole('grid', { name: 'Rows' }).getByRole('row').filter({ hasText: 'Listless19' });
    await expect(row).toContainText('Enerflo does not list its appointment');
  } finally {
    enerflo.settings.leadMore = 'made';
  }
});
