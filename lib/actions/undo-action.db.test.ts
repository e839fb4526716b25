import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import type { ActionContext } from './action-context.ts';
import { getAction } from './get-action.ts';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';
import { undoAction } from './undo-action.ts';

let office: EnerfloSetup;
let context: ActionContext;
let installId: number;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
  context = office.as(office.person('Jane Smith'));
});
afterAll(() => office.close());
beforeEach(() => {
  const { state } = office.enerflo;
  installId = [...state.installs.values()].find((one) => !one.deletedAt)?.id ?? 0;
  state.setStatus(installId, 'Active');
});

const run = (operation: string, input: JsonObject) =>
  runAction(context, {
    connectionId: office.connectionId,
    operation,
    input,
    idempotencyKey: uuidv7(),
    agreed: ['emails-homeowner'],
  });
const setOnHold = () => {
  const { statuses } = office.enerflo.state;
  const companyId = install()?.installCompanyId;
  const status = [...statuses.values()].find((one) => one.name === 'On Hold' && one.companyId === companyId);
  return run('enerflo.install.update-status', {
    install_id: String(installId),
    status_id: String(status?.id),
  });
};
const install = () => office.enerflo.state.installs.get(installId);
const statusName = () => office.enerflo.state.statuses.get(install()?.statusId ?? 0)?.name;

test('a status is set back to what it was, as an action of its own', async () => {
  const done = await setOnHold();
  expect(done.undo).toBe('Set the status back to what it was');
  const undo = await undoAction(context, { id: done.id, idempotencyKey: uuidv7() });
  expect(undo).toMatchObject({ state: 'done', undoesId: done.id });
  expect(statusName()).toBe('Active');
  expect(await getAction(office.database.db, done.id)).toMatchObject({
    state: 'undone',
    undo: null,
    undoneById: undo.id,
  });
  const audit = await office.database.db.auditEntry.findFirstOrThrow({ where: { subjectId: undo.id } });
  expect(audit.action).toBe('action.undo');
});

test('clicked twice it is undone once, and both clicks hear the same', async () => {
  const done = await setOnHold();
  const idempotencyKey = uuidv7();
  const first = await undoAction(context, { id: done.id, idempotencyKey });
  const second = await undoAction(context, { id: done.id, idempotencyKey });
  expect(second.id).toBe(first.id);
  await expect(undoAction(context, { id: done.id, idempotencyKey: uuidv7() })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: 'It was undone already.',
  });
});

test('what somebody else changed since is not overwritten, and why is said from then on', async () => {
  const done = await setOnHold();
  office.enerflo.state.setStatus(installId, 'Completed');
  await expect(undoAction(context, { id: done.id, idempotencyKey: uuidv7() })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('New status is now “Completed”'),
  });
  expect(statusName()).toBe('Completed');
  expect(await getAction(office.database.db, done.id)).toMatchObject({
    state: 'done',
    undo: null,
    undoGone: expect.stringContaining('Completed'),
  });
});

test('a note is deleted again; one that is gone already cannot be', async () => {
  const input = { install_id: String(installId), body: 'Left the gate open' };
  const done = await run('enerflo.note.add', input);
  const undo = await undoAction(context, { id: done.id, idempotencyKey: uuidv7() });
  expect(undo).toMatchObject({ state: 'done', operation: 'enerflo.note.delete', readBack: 'same' });
  const notes = [...office.enerflo.state.notes.values()];
  expect(notes.filter((note) => note.text.includes('gate') && !note.deletedAt)).toEqual([]);

  const again = await run('enerflo.note.add', { ...input, body: 'Left the door open' });
  const mine = [...office.enerflo.state.notes.values()].find((note) => note.text.includes('door'));
  office.enerflo.state.deleteNote(mine?.id ?? 0);
  await expect(undoAction(context, { id: again.id, idempotencyKey: uuidv7() })).rejects.toMatchObject({
    message: expect.stringContaining('not in Enerflo any more'),
  });
});

test('a milestone gets its dates back, with those of them that were empty', async () => {
  const [milestone] = office.enerflo.state.milestonesOf(installId).filter((one) => !one.completedOn);
  const input = {
    install_id: String(installId),
    milestone_id: String(milestone?.id),
    completed_date: '2026-03-02',
  };
  const done = await run('enerflo.milestone.update', input);
  expect(done).toMatchObject({ state: 'done', readBack: 'same', words: 'The milestone was completed.' });
  expect(office.enerflo.state.milestones.get(milestone?.id ?? 0)?.completedOn).toBe('2026-03-02');
  await undoAction(context, { id: done.id, idempotencyKey: uuidv7() });
  expect(office.enerflo.state.milestones.get(milestone?.id ?? 0)?.completedOn).toBeNull();
});

test('a name that was empty is no undo that is offered, before sending or after', async () => {
  const { state } = office.enerflo;
  const { customerId } = install() ?? { customerId: 0 };
  state.updateCustomer(customerId, { lastName: '' });
  const asked = {
    connectionId: office.connectionId,
    operation: 'enerflo.customer.update',
    input: { customer_id: String(customerId), last_name: 'Kasper' },
  };
  expect(await previewAction(context, asked)).toMatchObject({ failure: null, undo: null });
  const done = await run(asked.operation, asked.input);
  expect(done).toMatchObject({ state: 'done', readBack: 'same', undo: null, undoEffects: [] });
  await expect(undoAction(context, { id: done.id, idempotencyKey: uuidv7() })).rejects.toMatchObject({
    code: 'CONFLICT',
  });
  const named = { ...asked, input: { ...asked.input, last_name: 'Casper' } };
  expect(await previewAction(context, named)).toMatchObject({
    undo: 'Set the fields back to what they were',
  });
  const same = { ...asked, input: { ...asked.input, last_name: 'Kasper' } };
  expect(await previewAction(context, same)).toMatchObject({ nothingChanges: true, undo: null });
});
