import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';

let office: EnerfloSetup;
beforeAll(async () => {
  // Enerflo wants other forms than the account is set to.
  office = await setUpEnerflo(inject('postgres'), {
    standIn: { settings: { leadBody: 'flat', milestoneId: 'definition' } },
  });
});
afterAll(() => office.close());

const run = (operation: string, input: JsonObject) =>
  runAction(office.as(office.person('Jane Smith')), {
    connectionId: office.connectionId,
    operation,
    input,
    idempotencyKey: uuidv7(),
    agreed: ['emails-homeowner', 'lookalikes', 'no-look'],
  });
const lead = {
  first_name: 'Lynn',
  last_name: 'Kasper',
  email: 'lynn.kasper@example.com',
  phone: '4805550134',
  address: '12 Elm St',
  city: 'Tucson',
  state: 'AZ',
  zip: '85701',
};
function aMilestone() {
  const { state } = office.enerflo;
  for (const { id, deletedAt } of state.installs.values()) {
    const milestone = deletedAt === null ? state.milestonesOf(id).find((one) => !one.completedOn) : undefined;
    if (milestone) return { install_id: String(id), milestone_id: String(milestone.id) };
  }
  throw new Error('the stand-in has no open milestone');
}

test('a refused lead says that the form of leads is unproven, until one was taken', async () => {
  const refused = await run('enerflo.lead.add', lead);
  expect(refused).toMatchObject({ state: 'failed', error: { code: 'REFUSED' } });
  expect(refused.error?.whatToDo).toContain('how the data of a lead is sent');

  office.enerflo.settings.leadBody = 'either';
  expect(await run('enerflo.lead.add', lead)).toMatchObject({ state: 'done', readBack: 'same' });
  office.enerflo.settings.leadBody = 'flat';
  const after = await run('enerflo.lead.add', { ...lead, zip: '85702' });
  expect(after).toMatchObject({ state: 'failed', error: { code: 'REFUSED' } });
  expect(after.error?.whatToDo).not.toContain('how the data of a lead is sent');
});

test('a milestone that is not there under its id says that it may be the other id', async () => {
  const failed = await run('enerflo.milestone.update', { ...aMilestone(), completed_date: '2026-03-02' });
  expect(failed).toMatchObject({ state: 'failed', error: { code: 'NOT_THERE' } });
  expect(failed.error?.whatToDo).toContain('which id of a milestone it takes');
});

test('what is not there for another reason says nothing of it', async () => {
  const input = { install_id: '999999', status_id: '1' };
  const failed = await run('enerflo.install.update-status', input);
  expect(failed.error?.whatToDo).not.toContain('sources disagree');
});
