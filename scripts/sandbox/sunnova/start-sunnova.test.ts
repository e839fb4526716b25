import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Post, Sender } from '../webhooks/sender.ts';
import { type StandInSunnova, startSunnova } from './start-sunnova.ts';
import { sunnovaWebhooks } from './sunnova-state.ts';

const posts: Post[] = [];
const sender: Sender = {
  send: (post) => posts.push(post),
  counts: () => ({}),
  idle: async () => {},
  close: () => {},
};
let sunnova: StandInSunnova;
beforeEach(async () => {
  posts.length = 0;
  sunnova = await startSunnova({ port: 0, sender });
});
afterEach(() => sunnova.close());

const call = async (method: string, path: string, body?: object) => {
  const answer = await fetch(`${sunnova.url}${path}`, { method, body: body && JSON.stringify(body) });
  return { status: answer.status, body: await answer.json() };
};
const target = { to: 'http://127.0.0.1:1/api/webhooks/sunnova/', username: 'dealer', password: 'p:w' };

test('from lead to saved cancellation, each webhook to its own address with Basic credentials', async () => {
  await call('POST', '/_stand-in/projects');
  expect(posts).toEqual([]);
  expect((await call('POST', '/_stand-in/webhooks', target)).status).toBe(200);
  const { body: project } = await call('POST', '/_stand-in/projects');
  expect((await call('POST', '/_stand-in/cases', { projectId: project.id })).status).toBe(201);
  const { state } = sunnova;
  const [held] = [...state.projects.values()].slice(-1);
  const [lead] = [...state.leads.values()].slice(-1);
  if (!held || !lead) throw new Error('nothing was made');
  state.setLeadStatus(lead, 'Lost');
  state.setBlock(
    state.addBlock(held, {
      type: 'Document - Upload',
      description: 'Design Package',
      party: 'Partner',
      status: 'Open',
    }),
    'Approved',
  );
  state.setChangeOrder(
    state.submitChangeOrder(held, { needsWorkOrder: true, needsSignature: true, needsAmendment: true }),
    'Approved',
  );
  await call('PUT', '/_stand-in/cases', { projectId: project.id, status: 'Saved' });

  expect(new Set(posts.map(({ to }) => to))).toEqual(
    new Set(sunnovaWebhooks.map((name) => `http://127.0.0.1:1/api/webhooks/sunnova/${name}`)),
  );
  expect(posts[0]?.headers?.authorization).toBe(`Basic ${btoa('dealer:p:w')}`);
  const last = JSON.parse(posts.at(-1)?.body ?? '');
  expect(last).toMatchObject({
    Status: 'Saved',
    Saved_Cancellation: true,
    Confirmed_Cancellation: false,
    System_Project: project.id,
  });
  expect(Date.parse(last.LastModifiedDate)).toBeGreaterThan(Date.parse(last.CreatedDate));
  expect(await (await fetch(sunnova.url)).text()).toContain('Stand-in Sunnova');
});

test('bodies have exactly the keys that Sunnova prints, a change order its stage twice', async () => {
  await call('POST', '/_stand-in/webhooks', target);
  const { state } = sunnova;
  await call('POST', '/_stand-in/projects');
  const [project] = state.projects.values();
  if (!project) throw new Error('nothing was made');
  state.submitChangeOrder(project, { needsWorkOrder: false, needsSignature: true, needsAmendment: true });
  const keys = (name: string) =>
    Object.keys(JSON.parse(posts.find(({ type }) => type === `sunnova.${name}`)?.body ?? '{}'));
  expect(keys('credit-status').sort()).toEqual([
    'Credit_Declined_Reason',
    'Credit_Expiration_Date_New',
    'Credit_Run_Date',
    'Credit_Status',
    'Credit_Status_Detail',
    'lead_person',
  ]);
  expect(keys('design-complete').sort()).toEqual(['Lead', 'System_Design_Status', 'lead_system']);
  expect(posts.find(({ type }) => type === 'sunnova.change-order')?.body.match(/"Stage"/g)).toHaveLength(2);
});

test('ids look like Salesforce’s: the prefix of their kind, and three signs that tell capitals', async () => {
  const { body: project } = await call('POST', '/_stand-in/projects');
  expect(project.id).toMatch(/^a8u4W\w{10}[A-Z0-5]{3}$/);
  expect(project.systemId).toMatch(/^a07\w{15}$/);
  const [lead] = sunnova.state.leads.values();
  expect(lead?.id).toMatch(/^00Q\w{15}$/);
  expect(lead?.systemId).toMatch(/^a8m\w{12}$/);
});

test('says what is wrong with what it is told', async () => {
  expect((await call('POST', '/_stand-in/webhooks', { to: 'nowhere' })).status).toBe(422);
  expect((await call('PUT', '/_stand-in/cases', { projectId: 'x', status: 'Saved' })).status).toBe(404);
  expect((await call('GET', '/nothing')).status).toBe(404);
});
