import { askWell } from './ask.ts';
import { giveKey, type StandInEnerflo, takeKey } from './enerflo-stand-in.ts';
import { expect, test } from './fixtures.ts';
import { install } from './samples.ts';

/** Submits a deal whose install appears on command only; deals of other tests keep their delay. */
function submitToWait({ settings, state }: StandInEnerflo, dealId: number): void {
  const delay = settings.installDelaySeconds;
  settings.installDelaySeconds = null;
  try {
    state.submitDeal(dealId);
  } finally {
    settings.installDelaySeconds = delay;
  }
}

test('the full install of a submission is waited for, and got once its agreement is approved', async ({
  page,
  signIn,
  send,
  enerflo,
  expectAccessible,
}) => {
  const act = enerflo.state;
  const person = { firstName: 'Ines', lastName: 'Moe', street: '1 Elm St', city: 'Mesa', state: 'AZ' };
  const lead = act.addLead({ ...person, zip: '85201' });
  const deal = act.addDeal({ customerId: lead.id });
  submitToWait(enerflo, deal.id);
  await signIn();
  await giveKey(page);
  const id = await send.enerflo({
    event: 'deal.projectSubmitted',
    payload: { customer: { id: lead.uuid }, deal: { id: deal.uuid, state: { hasSubmittedProject: true } } },
  });

  await page.goto(`/events/${id}`);
  const part = page.getByRole('region', { name: 'Full install' });
  await part.getByRole('button', { name: 'Get full install from Enerflo' }).click();
  await expect(part).toContainText('Enerflo has no install for this deal yet');
  await expect(part.getByRole('button', { name: 'Stop waiting' })).toBeVisible();
  await expectAccessible();

  const approved = act.approveDeal(deal.id);
  await part.getByRole('button', { name: 'Look again now' }).click();
  await expect(part.getByRole('link', { name: 'Open it in Enerflo' })).toHaveAttribute(
    'href',
    `${enerflo.url}/installs/${approved.id}`,
  );
  await part.getByText(/fields were not known before/).click();
  await expect(part).toContainText('Ines Moe');
  await expectAccessible();
  await part.getByRole('link', { name: 'See the install' }).click();
  await expect(page.getByRole('region', { name: 'As it is known' })).toContainText('read from Enerflo');
});

test('an account is loaded, and what changed later without a webhook is caught up and listed', async ({
  page,
  signIn,
  send,
  enerflo,
  expectAccessible,
}) => {
  const { installs, statuses, setStatus } = enerflo.state;
  const active = [...installs.values()].find(
    ({ statusId, deletedAt }) => deletedAt === null && statuses.get(statusId)?.name === 'Active',
  );
  const eventId = await send.enerflo(install({ id: active?.id ?? 0, status_id: active?.statusId ?? 0 }));
  await signIn();
  const account = await giveKey(page);
  await page.goto(`/accounts/${account}`);
  const part = page.getByRole('region', { name: 'Read from Enerflo' });
  await part.getByRole('button', { name: /^Load everything/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Load everything' }).click();
  await expect(part.getByText(/read$/).first()).toBeVisible({ timeout: 60_000 });

  setStatus(active?.id ?? 0, 'On Hold');
  await part.getByRole('button', { name: 'Catch up' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Asks Enerflo for the milestones of');
  await expectAccessible();
  await dialog.getByRole('button', { name: 'Catch up' }).click();
  await part.getByRole('link', { name: 'Catch-up' }).first().click();
  const found = page.getByRole('region', { name: 'What was caught up' });
  await expect(found).toContainText('On Hold', { timeout: 60_000 });
  await expectAccessible();
  await found.getByRole('combobox', { name: 'What' }).selectOption({ label: 'Never reached us' });
  await expect(found).not.toContainText('On Hold');
  await expect(page).toHaveURL(/what=never-reached-us/);

  // At the event and at the record it is marked, and leads to the reading; what the first load told is no change.
  await page.goto(`/events/${eventId}`);
  const since = page.getByRole('region', { name: 'Caught up since then' });
  await expect(since).toContainText('On Hold');
  await expectAccessible();
  const reading = new RegExp(`/accounts/${account}/readings/`);
  await expect(since.getByRole('link', { name: 'caught up' }).first()).toHaveAttribute('href', reading);
  const told = page.getByRole('region', { name: 'Enerflo install', exact: true });
  await told.getByRole('link', { name: 'All that is known' }).click();
  const changed = page.getByRole('region', { name: 'What changed' }).getByRole('listitem');
  const line = changed.filter({ hasText: 'On Hold' }).filter({ hasText: /, caught up$/ });
  await expect(line.getByRole('link')).toHaveAttribute('href', reading);
  await expect(changed.filter({ hasText: 'first load' })).toHaveCount(0);
  await expectAccessible();
});

test('who was loaded and of whom no event came is found: by the search of the top line and by the log', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  test.setTimeout(120_000);
  const act = enerflo.state;
  const rosa = act.addLead({
    firstName: 'Rosa',
    lastName: 'Wallqvist',
    street: '77 Aspen Hollow Rd',
    city: 'Mesa',
    state: 'AZ',
    zip: '85201',
    phone: '4805556161',
  });
  const deal = act.addDeal({ customerId: rosa.id });
  submitToWait(enerflo, deal.id);
  const loaded = act.approveDeal(deal.id);
  await signIn();
  const account = await giveKey(page);
  await page.goto(`/accounts/${account}`);
  const part = page.getByRole('region', { name: 'Read from Enerflo' });
  await part.getByRole('button', { name: /^Load everything/ }).click({ timeout: 60_000 });
  await page.getByRole('dialog').getByRole('button', { name: 'Load everything' }).click();
  const known = async (q: string) => {
    const { items } = await askWell(page, 'GET', `/api/records/found?q=${encodeURIComponent(q)}`);
    return items.map(({ kind, externalId }: Record<string, string>) => `${kind} ${externalId}`);
  };
  const hers = [`enerflo.customer ${rosa.id}`, `enerflo.install ${loaded.id}`];
  await expect.poll(() => known('wallq'), { timeout: 60_000 }).toEqual(hers);

  const search = page.getByPlaceholder('Search or type a command');
  const found = page
    .getByRole('group', { name: 'Homeowners and what is theirs' })
    .getByRole('option', { name: /^Rosa Wallqvist/ });
  await page.keyboard.press('Control+k');
  for (const q of ['wallq', '(480) 555-6161', '77 aspen hollow', String(rosa.id)]) {
    await search.fill(q);
    await expect(found, q).toHaveText([
      `Rosa Wallqvist · 77 Aspen Hollow Rd, MesaEnerflo customer ${rosa.id}`,
      `Rosa WallqvistEnerflo install ${loaded.id}`,
    ]);
  }
  await expect(page.getByRole('group', { name: 'Events' })).toHaveCount(0);
  await expectAccessible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(found.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/records\/[\da-f-]{36}$/);
  await expect(page.getByText(String(loaded.id)).first()).toBeVisible();

  await page.goto('/events?q=Wallqvist');
  await expect(page.getByText('No event of it was received', { exact: true })).toBeVisible();
  const lines = page.getByRole('list', { name: 'Known from Enerflo:' }).getByRole('listitem');
  await expect(lines).toHaveCount(2);
  await expectAccessible();
  await lines
    .filter({ hasText: `Enerflo customer ${rosa.id}` })
    .getByRole('link')
    .click();
  await page.waitForURL(/\/records\/[\da-f-]{36}$/);
  await expect(page.getByText('Rosa Wallqvist', { exact: true }).first()).toBeVisible();
});

test('in the morning: what could not be read is named, and a project that never reached us is counted until it was looked at', async ({
  page,
  signIn,
  enerflo,
  expectAccessible,
}) => {
  test.setTimeout(180_000);
  const act = enerflo.state;
  const lead = act.addLead({
    firstName: 'Tove',
    lastName: 'Berg',
    street: '9 Cedar Way',
    city: 'Mesa',
    state: 'AZ',
    zip: '85201',
  });
  const deal = act.addDeal({ customerId: lead.id });
  submitToWait(enerflo, deal.id);
  const missed = act.approveDeal(deal.id);
  const denied = [...act.installs.values()].find(({ deletedAt }) => deletedAt === null);
  act.setStatus(denied?.id ?? 0, 'Completed');
  act.setStatus(denied?.id ?? 0, 'On Hold');
  try {
    enerflo.rules.add([{ path: `/api/v3/installs/${denied?.id}`, answer: 403 }]);

    await signIn();
    const account = await giveKey(page);
    await page.goto(`/accounts/${account}`);
    const part = page.getByRole('region', { name: 'Read from Enerflo' });
    // One that was begun before goes at the pace of the limit, and comes to its end first.
    await part.getByRole('button', { name: 'Catch up' }).click({ timeout: 60_000 });
    await page.getByRole('dialog').getByRole('button', { name: 'Catch up' }).click();
    await expect(part.getByText('1 project never reached us', { exact: true })).toBeVisible({
      timeout: 60_000,
    });
    const accounts = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Accounts/ });
    await expect(accounts).toHaveAccessibleName(/1 project never reached us$/);
    await expectAccessible();

    await accounts.click();
    await page.getByRole('link', { name: 'See which one' }).click();
    await expect(page).toHaveURL(/what=never-reached-us/);
    const skipped = page.getByRole('region', { name: 'What could not be read' });
    await expect(skipped).toContainText('1 could not be read');
    await expect(skipped).toContainText(`Install ${denied?.id}`);
    await expect(skipped.getByRole('link', { name: String(denied?.id) })).toBeVisible();
    await expect(skipped).toContainText('Enerflo does not allow this for this API key or this record.');
    const found = page.getByRole('region', { name: 'What was caught up' });
    await expect(found).toContainText('Tove Berg');
    await expect(found.getByRole('link', { name: String(missed.id) })).toBeVisible();
    await expectAccessible();
    await found.getByRole('button', { name: 'Get full install from Enerflo' }).click();
    await expect(accounts).not.toHaveAccessibleName(/never reached us/);
  } finally {
    enerflo.rules.reset();
  }
});

test('a catch-up that failed is counted and leads to its cause, until a good one', async ({
  page,
  signIn,
  expectAccessible,
}) => {
  await signIn();
  const account = await giveKey(page, 'nobody-knows-this-key');
  await page.goto(`/accounts/${account}`);
  const part = page.getByRole('region', { name: 'Read from Enerflo' });
  await part.getByRole('button', { name: 'Catch up' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Catch up' }).click();
  const accounts = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Accounts/ });
  await expect(accounts).toHaveAccessibleName(/1 reading failed/, { timeout: 20_000 });
  await accounts.click();
  await page.getByRole('link', { name: 'See why' }).click();
  await expect(page.getByText('Enerflo did not accept the API key.')).toBeVisible();
  await expect(page.getByText('Nothing found before it failed')).toBeVisible();
  await expectAccessible();

  await takeKey(page);
  await giveKey(page);
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(accounts).not.toHaveAccessibleName(/failed/, { timeout: 60_000 });
});
