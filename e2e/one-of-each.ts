import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { sandboxApiKey } from '../scripts/sandbox/enerflo/start-enerflo.ts';
import { ask, askWell } from './ask.ts';
import type { StandInEnerflo } from './enerflo-stand-in.ts';
import type { Sandbox } from './installation.ts';
import { cancellation, customer, install } from './samples.ts';
import type { Sender } from './sender.ts';

/** Ids of one of everything that has a page of its own. */
export type OneOfEach = {
  event: string;
  /** Another event of the same record. */
  otherEvent: string;
  /** The event that tells of the record. */
  installEvent: string;
  record: string;
  case: string;
  flow: string;
  accounts: { enerflo: string; sunnova: string; crm: string };
  action: string;
  bulk: string;
  reading: string;
};

type Around = { page: Page; send: Sender; enerflo: StandInEnerflo; sandbox: Sandbox };

/**
 * Makes one of each by the API, as an admin who is signed in on the page. All that has to do with Enerflo is in an
 * account of its own, so that no other spec meets it.
 */
export async function makeOneOfEach({ page, send, enerflo, sandbox }: Around): Promise<OneOfEach> {
  const { items } = await askWell(page, 'GET', '/api/connections');
  const account = (source: string): string =>
    items.find((item: { source: string }) => item.source === source).id;
  const own = await askWell(page, 'POST', '/api/connections', {
    source: 'enerflo',
    environment: 'sandbox',
    name: `Looks ${randomUUID().slice(0, 8)}`,
  });
  const crm = { source: 'crm', environment: 'sandbox', name: own.connection.name };
  await askWell(page, 'POST', '/api/connections', crm);
  const { id } = own.connection;
  await askWell(page, 'PUT', `/api/connections/${id}/secrets/enerflo.api-key`, { value: sandboxApiKey });
  const tell = async (body: unknown): Promise<string> => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(own.secret.url, { method: 'POST', headers, body: JSON.stringify(body) });
    return (await answer.json()).id;
  };

  const { installs, statuses, setStatus } = enerflo.state;
  const status = (statusId: number) => statuses.get(statusId)?.name ?? '';
  const project = [...installs.values()].findLast(
    ({ deletedAt, statusId }) => deletedAt === null && status(statusId) === 'Active',
  );
  if (!project) throw new Error('The stand-in has no install that is active.');
  // A catch-up of this moment finds this change, and no project that others have to look at.
  const since = new Date(Date.now() - 5_000).toISOString();
  setStatus(project.id, 'On Hold');
  const reading = await askWell(page, 'POST', `/api/connections/${id}/readings`, { kind: 'catch-up', since });
  const flow = await askWell(page, 'POST', '/api/flows', flowOf(id, sandbox.url));
  const event = await tell({ ...customer({ id: 61_101 }), webhook_event: 'update_customer' });
  const otherEvent = await tell({
    ...customer({ id: 61_101, email: 'another@example.com', lead_source: 'Referral' }),
    webhook_event: 'update_customer',
  });
  const installEvent = await tell(install({ id: project.id, status_id: project.statusId }));
  const note = { install_id: String(project.id), body: 'Seen on every page' };
  const action = await askWell(page, 'POST', '/api/actions', {
    connectionId: id,
    operation: 'enerflo.note.add',
    input: note,
    idempotencyKey: randomUUID(),
  });
  const bulk = await askWell(page, 'POST', '/api/bulk', {
    connectionId: id,
    operation: 'enerflo.note.add',
    name: 'Seen on every page',
    items: [{ ...note, body: 'A second one' }, { install_id: '' }],
  });
  const systemProject = `a8u4W00000${randomUUID().slice(0, 8)}`;
  await send.sunnova(
    'cancellation-case',
    cancellation({
      System_Project: systemProject,
      Status: 'In Process',
      System_Project_Primary_Customer_Name: 'LOLA LOOKS',
      Contact_Name: 'Lola Looks',
    }),
  );

  const read = await firstOf(
    page,
    `/api/readings/${reading.id}`,
    ({ state, findings, id: done }) =>
      state === 'done' && (findings?.new ?? 0) + (findings?.changed ?? 0) > 0 && done,
  );
  setStatus(project.id, 'Active');
  return {
    event,
    otherEvent,
    installEvent,
    record: await firstOf(page, `/api/events/${installEvent}`, ({ records }) => records?.[0]?.recordId),
    case: await firstOf(page, `/api/cases?q=${systemProject}`, ({ items }) => items?.[0]?.id),
    flow: flow.id,
    accounts: { enerflo: id, sunnova: account('sunnova'), crm: account('crm') },
    action: action.id,
    bulk: bulk.id,
    reading: read,
  };
}

function flowOf(connectionId: string, url: string) {
  return {
    name: 'Customers to the CRM',
    connectionId,
    eventTypes: ['enerflo.v1.update_customer'],
    ordering: 'every',
    rows: [{ target: 'email', source: { kind: 'field', path: 'email' } }],
    destination: {
      name: 'The CRM',
      method: 'POST',
      url: `${url}/records`,
      headers: {},
      auth: 'none',
      repeatSafe: true,
    },
  };
}

/** What an answer has once the worker is through with it. */
async function firstOf(page: Page, path: string, read: (answer: Answer) => unknown): Promise<string> {
  let found: unknown;
  await expect
    .poll(
      async () => {
        found = read(JSON.parse((await ask(page, 'GET', path)).text));
        return typeof found;
      },
      { message: path, timeout: 60_000 },
    )
    .toBe('string');
  return String(found);
}

type Answer = {
  records?: { recordId: string | null }[];
  items?: { id: string }[];
  id?: string;
  state?: string;
  findings?: { new: number; changed: number };
};
