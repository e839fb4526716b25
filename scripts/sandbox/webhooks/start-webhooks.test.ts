import { expect, test } from 'vitest';
import { createState } from '../enerflo/state/create-state.ts';
import { manualClock } from '../shared/clock.ts';
import { isJsonObject, type JsonObject } from '../shared/json.ts';
import type { Post, Sender } from './sender.ts';
import { startWebhooks } from './start-webhooks.ts';
import type { SubscriptionInput } from './subscription.ts';

const url = 'http://127.0.0.1:1/hook';

/** A small company, its webhooks as they are posted, and a clock to move on. */
function company(...subscriptions: Partial<SubscriptionInput>[]) {
  const posts: Post[] = [];
  const sender: Sender = {
    send: (post) => posts.push(post),
    counts: () => ({}),
    idle: async () => {},
    close: () => {},
  };
  const clock = manualClock(Date.UTC(2026, 4, 12, 15));
  const state = createState({ clock, leads: 6, users: 12 });
  const webhooks = startWebhooks(state, sender);
  for (const one of subscriptions) webhooks.subscribe({ url, version: 'v1', ...one });
  const bodies = (type: string): JsonObject[] =>
    posts
      .filter((post) => post.type === `enerflo.${type}`)
      .map(({ body }) => JSON.parse(body))
      .filter(isJsonObject);
  const [install] = state.installs.values();
  const [lead] = state.customers.values();
  if (!install || !lead) throw new Error('the seed has no install');
  const only = (type: string): JsonObject => {
    const [first] = bodies(type);
    if (!first) throw new Error(`no ${type} was sent`);
    return first;
  };
  return { posts, clock, state, webhooks, bodies, only, install, lead };
}

const person = {
  firstName: 'Ada',
  lastName: 'Sample',
  street: '9 Example Way',
  city: 'Agawam',
  state: 'MA',
  zip: '01001',
  email: 'ada@example.com',
  phone: '4135550134',
};

test('a new customer: once in 1.0; two or three times in 2.0, some of them empty, ZIP codes as numbers', () => {
  const { state, clock, bodies, only } = company({}, { version: 'v2' });
  for (let number = 0; number < 12; number++) state.addLead(person);
  clock.advance(2_000);
  expect(bodies('v1.new_customer')).toHaveLength(12);
  expect(only('v1.new_customer')).toMatchObject({
    webhook_event: 'new_customer',
    full_name: 'Ada Sample',
    phone: '(413) 555-0134',
    address: { zip: '01001', county: 'Hampden County' },
    timestamps: { created_at: '2026-05-12 15:00:00', timezone: 'UTC' },
  });
  const created = bodies('v2.customer.created');
  expect(created.length).toBeGreaterThanOrEqual(24);
  expect(created.length).toBeLessThanOrEqual(36);
  expect(created[0]).toMatchObject({
    event: 'customer.created',
    payload: { customer: { firstName: 'Ada', address: { postalCode: 1001 } } },
  });
  const empty = created.filter((one) => !JSON.stringify(one).includes('Ada'));
  expect(empty.length).toBeGreaterThan(0);
});

test('update_install as captured is flat with a status object, as printed wrapped with status_id', () => {
  const { state, clock, posts, install } = company({}, { installs: 'guide' });
  const held = state.setStatus(install.id, 'On Hold');
  clock.advance(2_000);
  const [flat, wrapped] = posts.map(({ body }) => JSON.parse(body));
  expect(flat).toMatchObject({
    webhook_event: 'update_install',
    id: install.id,
    status: { id: held.statusId, name: 'On Hold' },
    customer: { id: install.customerId },
  });
  expect(flat).not.toHaveProperty('status_id');
  expect(wrapped.body).toMatchObject({
    eventName: 'update_install',
    id: install.id,
    status_id: held.statusId,
  });
});

test('milestones, notes and change orders come as the guide prints them', () => {
  const { state, clock, only, install } = company({});
  const [milestone] = state.milestonesOf(install.id);
  state.setMilestone(milestone?.id ?? 0, { completedOn: '2026-05-12' });
  const note = state.addNote({ installId: install.id, text: 'Dog in the yard.', userId: 40_712 });
  const order = state.addChangeOrder({
    installId: install.id,
    values: { panel_count: { old: 20, new: 22 } },
  });
  state.signChangeOrder(order.id, { panelCount: 22 });
  clock.advance(2_000);
  expect(only('v1.project_milestone_updated')).toMatchObject({
    body: {
      sales_milestone: [],
      details: { id: milestone?.id, install_id: install.id, completed_on: '2026-05-12' },
      install: { id: install.id, solarData: { panel_count: 22 } },
      eventName: 'project_milestone_updated',
    },
  });
  expect(only('v1.new_install_note')).toMatchObject({
    id: note.id,
    note: 'Dog in the yard.',
    user_id: 40_712,
  });
  expect(only('v1.signed_change_order')).toMatchObject({
    body: { id: order.id, status: 'complete', change_values: { panel_count: { old: 20, new: 22 } } },
  });
});

test('an appointment: update_appointment races new_appointment and comes again over 15 to 90 seconds', () => {
  const { state, clock, posts, bodies, lead } = company({});
  const start = new Date(clock.now() + 86_400_000);
  const end = new Date(start.getTime() + 3_600_000);
  const made = state.addAppointment({ customerId: lead.id, typeId: 6_310, start, end });
  clock.advance(2_000);
  expect(posts.map(({ type }) => type).sort()).toEqual([
    'enerflo.v1.new_appointment',
    'enerflo.v1.update_appointment',
  ]);
  // What comes late tells the appointment as it is by then: it cannot take back a change.
  const moved = new Date(start.getTime() + 7_200_000);
  state.updateAppointment(made.id, { start: moved, end: new Date(end.getTime() + 7_200_000) });
  clock.advance(100_000);
  const updates = bodies('v1.update_appointment');
  expect(updates.length).toBeGreaterThanOrEqual(4);
  for (const one of updates.slice(1))
    expect(one).toMatchObject({ times: { iso8601: { start_time: moved.toISOString() } } });
});

test('a submission is as large as the captured one, and goes to the seller and to the installer', () => {
  const { state, clock, posts, lead } = company({
    version: 'v2',
    events: ['deal.projectSubmitted', 'deal.projectReceived'],
  });
  state.submitDeal(state.addDeal({ customerId: lead.id }).id);
  clock.advance(2_000);
  expect(posts.map(({ type }) => type).sort()).toEqual([
    'enerflo.v2.deal.projectReceived',
    'enerflo.v2.deal.projectSubmitted',
  ]);
  for (const { body } of posts) {
    expect(body.length).toBeGreaterThan(55_000);
    expect(body.length).toBeLessThan(90_000);
    const { payload } = JSON.parse(body);
    expect(payload.deal.state.hasSubmittedProject).toBe(true);
    expect(payload.customer).toEqual({ id: lead.uuid, firstName: lead.firstName, lastName: lead.lastName });
    expect(payload.proposal.pricingOutputs.deal.projectAddress.fullAddress).toContain(lead.street);
  }
});

test('writes of the API come back; of a lead with install only the essential webhooks are sent', () => {
  const { state, clock, posts, install } = company({}, { version: 'v2' });
  state.setStatus(install.id, 'Active', 'api');
  clock.advance(2_000);
  expect(posts.map(({ type }) => type)).toEqual(['enerflo.v1.update_install']);
  posts.length = 0;
  state.addLead(person, 'lead-installs');
  clock.advance(2_000);
  expect(posts.map(({ type }) => type)).toEqual(['enerflo.v1.new_customer']);
});

test('only subscribed events are sent, what waits can be sent at once, and nothing after the end', () => {
  const { state, clock, posts, webhooks, install } = company({ events: ['new_install_note'] });
  state.setStatus(install.id, 'On Hold');
  state.addNote({ installId: install.id, text: 'One', userId: 40_712 });
  webhooks.flush();
  clock.advance(5_000);
  expect(posts.map(({ type }) => type)).toEqual(['enerflo.v1.new_install_note']);
  webhooks.close();
  state.addNote({ installId: install.id, text: 'Two', userId: 40_712 });
  clock.advance(5_000);
  expect(posts).toHaveLength(1);
});
