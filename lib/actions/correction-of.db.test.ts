import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { getAction } from './get-action.ts';
import { hideInAction } from './hide-in-action.ts';
import { insteadOf } from './instead-of.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';
import { undoAction } from './undo-action.ts';

let office: EnerfloSetup;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
});
afterAll(() => office.close());
beforeEach(() => office.enerflo.rules.reset());

const jane = () => office.as(office.person('Jane Smith'));
const run = (operation: string, input: JsonObject, as = jane()) =>
  runAction(as, {
    connectionId: office.connectionId,
    operation,
    input,
    agreed: ['lookalikes', 'completes-change-order'],
    idempotencyKey: uuidv7(),
  });
const person = {
  first_name: 'Lynn',
  last_name: 'Kasper',
  email: 'lynn@exmaple.com',
  address: '12 Elm St',
  city: 'Tucson',
  state: 'AZ',
  zip: '85701',
};
const row = (id: string) => office.database.db.action.findUniqueOrThrow({ where: { id } });
const detail = (id: string) => getAction(office.database.db, id);
const installId = () =>
  String([...office.enerflo.state.installs.values()].find(({ deletedAt }) => !deletedAt)?.id);

test('what Enerflo refused is given to be corrected as it was asked, and sent anew it is another action', async () => {
  const [type] = office.enerflo.state.dealTypes.keys();
  const asked = { ...person, lead_source: 'Door', createDeal: 999_999 };
  const refused = await run('enerflo.lead.add-with-deal', asked);
  const words = 'The selected create deal is invalid.';
  expect(refused).toMatchObject({
    state: 'failed',
    canCorrect: true,
    instead: null,
    error: {
      said: expect.stringContaining(`Deal type id: ${words}`),
      fields: [{ field: 'createDeal', message: words }],
    },
  });
  const before = await row(refused.id);
  const requests = office.enerflo.received.count();
  const correction = await insteadOf(jane(), refused.id);
  expect(correction).toMatchObject({
    connectionId: office.connectionId,
    operation: 'enerflo.lead.add-with-deal',
    updates: null,
    why: null,
    said: refused.error?.said,
  });
  // Our id of the lead was made from the e-mail address that may be the mistake.
  expect(before.input).toHaveProperty('integration_record_id');
  expect(correction.input).toEqual(asked);
  expect(office.enerflo.received.count()).toBe(requests);

  const corrected = { ...correction.input, email: 'lynn@example.com', createDeal: type ?? 0 };
  const done = await run(correction.operation, corrected);
  expect(done).toMatchObject({ state: 'done', canCorrect: false });
  expect(done.input.integration_record_id).not.toBe(Object(before.input).integration_record_id);
  expect(await row(refused.id)).toEqual(before);
});

test('a note is given without the name that was put in front of it, and is sent with that of its sender', async () => {
  office.enerflo.rules.add([{ method: 'POST', answer: 422, times: 1 }]);
  const refused = await run('enerflo.note.add', { install_id: installId(), body: 'The gate code is 1' });
  expect(refused.input.body).toMatch(/^\[From Jane Smith in /);
  const other = office.as(office.person('Ada Byron'));
  const { operation, input } = await insteadOf(other, refused.id);
  expect(input).toEqual({ install_id: installId(), body: 'The gate code is 1' });
  const done = await run(operation, input ?? {}, other);
  expect(done).toMatchObject({
    state: 'done',
    input: { body: expect.stringMatching(/^\[From Ada Byron in /) },
  });
});

test('only whoever may do the thing is given what was asked; those who see nothing personal see no refusal either', async () => {
  const asked = {
    ...person,
    phone: '4805550134',
    survey_type_id: 999_999,
    assign_to_email: [...office.enerflo.state.users.values()][0]?.email ?? '',
    install_integration_id: 'P-1',
    install_integration_record_type: 'Project',
  };
  const admin = office.as(office.person('Ada Byron', 'admin'));
  const refused = await run('enerflo.lead-install.add', asked, admin);
  expect(refused).toMatchObject({ state: 'failed', canCorrect: true });
  await expect(insteadOf(jane(), refused.id)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  // An id that was given stays; that of the customer is made anew.
  expect((await insteadOf(admin, refused.id)).input).toEqual(asked);
  expect(refused.error?.fields).toHaveLength(1);
  const hidden = hideInAction(refused).error;
  expect([hidden?.said ?? null, hidden?.fields ?? null]).toEqual([null, null]);
});

test('what is done, in doubt, there in part, or was to take something back is not sent again by this way', async () => {
  const none = async (id: string) => {
    expect((await detail(id)).canCorrect).toBe(false);
    await expect(insteadOf(jane(), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  };
  const note = { install_id: installId(), body: 'The dog is friendly' };
  const done = await run('enerflo.note.add', note);
  expect(done.state).toBe('done');
  await none(done.id);
  office.enerflo.rules.add([{ method: 'DELETE', answer: 422, times: 1 }]);
  const notUndone = await undoAction(jane(), { id: done.id, idempotencyKey: uuidv7() });
  expect(notUndone.state).toBe('failed');
  await none(notUndone.id);
  expect(await detail(done.id)).toMatchObject({ undo: expect.any(String) });

  office.enerflo.rules.add([{ method: 'POST', hang: true, times: 1 }]);
  const doubtful = await run('enerflo.note.add', { ...note, body: 'The dog is not' });
  expect(doubtful.state).toBe('unknown');
  await none(doubtful.id);
  const partly = { code: 'ARRIVED_IN_PART', text: 'A part.', whatToDo: 'Look.', said: null };
  await office.database.db.action.update({
    where: { id: doubtful.id },
    data: { state: 'failed', error: partly },
  });
  await none(doubtful.id);
});

test('where another way does what was not allowed, that one is offered alone', async () => {
  const lead = await run('enerflo.lead.add', { ...person, first_name: 'Pia' });
  const customer_id = lead.recordKeys[0]?.split(':')[1] ?? '';
  const refused = await run('enerflo.customer.update', { customer_id, city: 'Marana' });
  expect(refused).toMatchObject({ state: 'failed', instead: 'enerflo.lead.add', canCorrect: false });
});
