import { appliedEvent } from './applied-event.ts';
import { addNote, anInstall, preview } from './enerflo-forms.ts';
import { giveKey, writesTo } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';
import { hostile } from './hostile-texts.ts';
import { expectItHolds } from './it-holds.ts';
import { cancellation, customer, install } from './samples.ts';

const short = [hostile.script, hostile.formula, hostile.turned, hostile.unclosed];
const note = '/enerflo/enerflo.note.add';

test('what an address carries into a form stands there as text, is previewed and sent as text', async ({
  page,
  signIn,
  enerflo,
}) => {
  test.setTimeout(120_000);
  const project = anInstall(enerflo, 'Active');
  await signIn();
  await giveKey(page);
  for (const text of short) {
    const said = `Hello ${text}`;
    await page.goto(`${note}?${new URLSearchParams({ install_id: String(project.id), body: said })}`);
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue(said);
    await expect(preview(page).getByText(/Hello/).first()).toBeVisible();
    await expectItHolds(page, text);
    await preview(page).getByRole('button', { name: 'Add the note to the install in Enerflo' }).click();
    await expect(page.getByText(/^The note was added/)).toBeVisible();
    // A note is plain text: of markup only its text goes out.
    const sent = JSON.stringify(writesTo(enerflo).at(-1)?.body);
    expect(sent).toContain('Hello');
    expect(sent).not.toContain('<script');
    await expectItHolds(page, text);

    // Where an id belongs, where a name does, and what it is opened from.
    await page.goto(`${note}?${new URLSearchParams({ install_id: text, body: 'Hello' })}`);
    await expect(page.getByRole('textbox', { name: 'Note' })).toHaveValue('Hello');
    await expectItHolds(page, text);
    const lead = { last_name: 'Odd', address: '7 Odd St', city: 'San Diego', state: 'CA', zip: '92101' };
    for (const more of [lead, { state: text, email: text, phone: text, assign_to_email: text }]) {
      await page.goto(`/enerflo/enerflo.lead.add?${new URLSearchParams({ ...more, first_name: text })}`);
      await expect(page.getByLabel('First name')).toHaveValue(text);
      // Signs that nobody sees are taken away, and it says which: they turn nothing of what stands around them.
      if (more === lead && text === hostile.turned)
        await expect(page.getByTitle('A character that cannot be seen: U+202E').first()).toBeVisible();
      if (more === lead) await expect(preview(page).getByText(text.slice(0, 3)).first()).toBeVisible();
      await expectItHolds(page, text);
    }
    for (const key of ['event', 'record', 'case', 'account']) {
      await page.goto(`${note}?${new URLSearchParams({ [key]: text })}`);
      await expectItHolds(page, `${key}=${text}`);
    }
    await page.goto(`/enerflo/${encodeURIComponent(text)}`);
    await expect(page.getByText('There is nothing of this name to do')).toBeVisible();
  }
});

test('a form filled in from events, records and cases with such texts says whose it is, in its place', async ({
  page,
  send,
  signIn,
}) => {
  test.setTimeout(180_000);
  const events: string[] = [];
  for (const [at, text] of [...short, hostile.large].entries()) {
    // A request has room for two texts of 2 MB.
    const more = text === hostile.large ? {} : { last_name: text, email: text, phone: text };
    const homeowner = customer({ id: 73_000 + at, full_name: text, ...more });
    const { webhook_event: _name, ...inner } = homeowner;
    const status = { id: 4, name: text };
    events.push(
      await send.enerflo(homeowner),
      await send.enerflo(install({ id: 73_900 + at, status, customer: inner })),
      await send.sunnova(
        'cancellation-case',
        cancellation({
          System_Project: `a0X0000000730${at}0`,
          System_Project_Primary_Customer_Name: text,
          Contact_Name: text,
        }),
      ),
    );
  }
  await signIn();
  await giveKey(page);
  const addresses: string[] = [];
  for (const id of events) {
    const { records } = await appliedEvent(page, id);
    for (const operation of ['note.add', 'customer.update']) {
      addresses.push(`/enerflo/enerflo.${operation}?event=${id}`);
      for (const { kind, recordId } of records) {
        const from = kind === 'sunnova.cancellation' ? 'case' : 'record';
        addresses.push(`/enerflo/enerflo.${operation}?${from}=${recordId}`);
      }
    }
  }
  expect(addresses.length).toBeGreaterThan(40);
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByText('Filled in from').first(), address).toBeVisible();
    await expectItHolds(page, address);
  }
});

test('a homeowner whom Enerflo calls so is chosen, and stands in what would be sent and what was done', async ({
  page,
  signIn,
  enerflo,
}) => {
  const project = anInstall(enerflo, 'Active');
  const { firstName } = enerflo.state.customers.get(project.customerId) ?? { firstName: '' };
  enerflo.state.updateCustomer(project.customerId, { firstName: hostile.script });
  try {
    await signIn();
    const connectionId = await giveKey(page);
    await page.goto(`${note}?${new URLSearchParams({ install_id: String(project.id), body: 'Hello' })}`);
    await expect(preview(page).getByText('window.ran=true').first()).toBeVisible();
    await expectItHolds(page, 'what would be sent');
    await page.getByRole('combobox', { name: 'Install' }).click();
    await expect(page.getByRole('option', { name: /window\.ran/ }).first()).toBeVisible();
    await expectItHolds(page, 'what can be chosen');
    const action = await addNote(page, connectionId, project.id, hostile.script);
    for (const address of [`/actions/${action}`, '/actions', '/audit']) {
      await page.goto(address);
      await expectItHolds(page, address);
    }
  } finally {
    enerflo.state.updateCustomer(project.customerId, { firstName });
  }
});
