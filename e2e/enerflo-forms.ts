import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { StandInEnerflo } from './enerflo-stand-in.ts';

/** Where a form shows what would be sent. */
export const preview = (page: Page) => page.getByRole('region', { name: 'What would be sent' });

/** Chooses by name, as a person does who types a part of it. */
export async function pick(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('combobox', { name: field }).click();
  await page.keyboard.type(text);
  await page.getByRole('option', { name: text }).first().click();
}

/** An install of the stand-in with a status and a homeowner that no other has. */
export function anInstall(enerflo: StandInEnerflo, status: string) {
  const found = [...enerflo.state.installs.values()].find(
    ({ statusId, deletedAt }) => deletedAt === null && enerflo.state.statuses.get(statusId)?.name === status,
  );
  const customer = found && enerflo.state.customers.get(found.customerId);
  if (!found || !customer) throw new Error(`The stand-in has no install that is ${status}.`);
  return { ...found, homeowner: `${customer.firstName} ${customer.lastName}`, street: customer.street };
}

/** Adds a note by the API; gives the action. */
export async function addNote(
  page: Page,
  connectionId: string,
  installId: number,
  body: string,
): Promise<string> {
  const data = {
    connectionId,
    operation: 'enerflo.note.add',
    input: { install_id: String(installId), body },
    idempotencyKey: randomUUID(),
  };
  return await page.evaluate(async (asked) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch('/api/actions', { method: 'POST', headers, body: JSON.stringify(asked) });
    const action: { id: string } = await answer.json();
    return action.id;
  }, data);
}

/** A submission as the guide prints it (step 2): the uuids of a deal and its homeowner, and nobody's number. */
export function submission(enerflo: StandInEnerflo, dealId: number) {
  const deal = enerflo.state.deals.get(dealId);
  const customer = enerflo.state.customers.get(deal?.customerId ?? 0);
  if (!deal || !customer) throw new Error('The stand-in has no such deal.');
  const { uuid: id, firstName, lastName } = customer;
  return {
    event: 'deal.projectSubmitted',
    payload: {
      targetOrg: '88888888-0e5f-4996-8f74-28c75ddb48b9',
      initiatedBy: '296af00b-3c04-45bd-82a4-a2ece88171eb',
      deal: { id: deal.uuid, shortCode: deal.shortCode, state: { hasSubmittedProject: true } },
      customer: { id, firstName, lastName },
    },
  };
}
