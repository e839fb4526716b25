import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { ActionContext } from './action-context.ts';
import { getAction } from './get-action.ts';
import { lookForDoubtful } from './look-for-doubtful.ts';
import { lookUpAction } from './look-up-action.ts';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { keepAnswer } from './settle-action.ts';
import { settleByHand } from './settle-by-hand.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';
import { undoAction } from './undo-action.ts';
import { waitingActions } from './waiting-actions.ts';

let office: EnerfloSetup;
let context: ActionContext;
beforeAll(async () => {
  office = await setUpEnerflo(inject('postgres'));
  context = office.as(office.person('Jane Smith'));
  const environment = 'production';
  await office.database.db.connection.updateMany({ data: { environment } });
});
afterAll(() => office.close());

const installId = () =>
  String([...office.enerflo.state.installs.values()].find(({ deletedAt }) => !deletedAt)?.id);
const asked = (body: string) => ({
  connectionId: office.connectionId,
  operation: 'enerflo.note.add',
  input: { install_id: installId(), body },
});
const run = (body: string) =>
  runAction(context, { ...asked(body), idempotencyKey: uuidv7(), agreed: ['in-doubt'] });
const row = (id: string) => office.database.db.action.findUniqueOrThrow({ where: { id } });
const writes = () => office.enerflo.received.list().filter(({ method }) => method !== 'GET').length;

/** A note of which no answer came. */
async function inDoubt(body: string): Promise<string> {
  office.enerflo.rules.add([{ method: 'POST', hang: true, times: 1 }]);
  const { id, state } = await run(body);
  expect(state).toBe('unknown');
  return id;
}
/** The same, once it was looked for in vain for so long that nobody does by himself any more. */
async function givenUp(body: string): Promise<string> {
  const id = await inDoubt(body);
  await office.database.db.action.update({ where: { id }, data: { dueAt: null } });
  return id;
}
const entries = (subjectId: string) =>
  office.database.db.auditEntry.findMany({ where: { subjectId, action: 'action.settle' } });

test('one that arrived is done by the word of a person, who is named, and it waits for nobody', async () => {
  const id = await givenUp('Gate code is 1');
  expect(await getAction(office.database.db, id)).toMatchObject({ canSettle: true, confirmed: false });
  expect(await waitingActions(office.database.db)).toBe(1);
  const before = writes();
  const settler = office.as(office.person('Ada Byron'));
  const settled = await settleByHand(settler, { id, arrived: true });
  expect(settled).toMatchObject({
    state: 'done',
    error: null,
    canSettle: false,
    canLookUp: false,
    undo: null,
  });
  expect(settled.words).toMatch(
    /^Ada Byron found it in Enerflo and settled it by hand on \d{4}-\d\d-\d\d \d\d:\d\d UTC\.$/,
  );
  expect(settled.settledAt).not.toBeNull();
  expect(await waitingActions(office.database.db)).toBe(0);
  expect(writes()).toBe(before);
  expect(await entries(id)).toMatchObject([
    { actorName: 'Ada Byron', before: { state: 'unknown' }, after: { state: 'done' } },
  ]);
});

test('one that did not arrive stands in the way of nothing: the same can be sent again', async () => {
  const id = await givenUp('Gate code is 2');
  await expect(run('Gate code is 2')).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('stopped looking'),
  });
  const settled = await settleByHand(context, { id, arrived: false });
  expect(settled).toMatchObject({ state: 'failed', error: { code: 'SETTLED_BY_HAND' }, undo: null });
  expect(settled.error?.text).toMatch(/^Jane Smith did not find it in Enerflo .* UTC\.$/);
  const { sideEffects } = await previewAction(context, asked('Gate code is 2'));
  expect(sideEffects).not.toContainEqual(expect.objectContaining({ code: 'in-doubt' }));
  expect(await run('Gate code is 2')).toMatchObject({ state: 'done' });
});

test('two who say the opposite at once: one counts, the other hears that it is known', async () => {
  const id = await givenUp('Gate code is 3');
  const both = await Promise.allSettled([
    settleByHand(context, { id, arrived: true }),
    settleByHand(context, { id, arrived: false }),
  ]);
  const refused = both.filter(({ status }) => status === 'rejected');
  expect(refused).toMatchObject([
    { reason: { code: 'CONFLICT', message: 'What became of it is known already.' } },
  ]);
  expect(await entries(id)).toHaveLength(1);
});

test('what is looked for or sent at the moment, and what is known, is not settled by hand', async () => {
  const id = await inDoubt('Gate code is 4');
  const say = () => settleByHand(context, { id, arrived: false });
  await expect(say()).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('still being looked for'),
  });
  expect(await getAction(office.database.db, id)).toMatchObject({ state: 'unknown', canSettle: false });
  const set = (state: string) => office.database.db.action.update({ where: { id }, data: { state } });
  await set('sending');
  await expect(say()).rejects.toMatchObject({ message: 'It is being sent at this moment.' });
  await set('done');
  await expect(say()).rejects.toMatchObject({ message: 'What became of it is known already.' });
  expect(await entries(id)).toEqual([]);
  await expect(settleByHand(context, { id: uuidv7(), arrived: true })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
});

test('while a person looks it is not settled, and a look that could not be made leaves it to a person', async () => {
  const id = await givenUp('Gate code is 5');
  office.enerflo.rules.add([{ method: 'GET', path: '/api/v3/installs/notes', hang: true, times: 1 }]);
  const looking = lookUpAction(context, id);
  await expect.poll(async () => (await row(id)).dueAt).not.toBeNull();
  await expect(settleByHand(context, { id, arrived: true })).rejects.toMatchObject({ code: 'CONFLICT' });
  await looking;

  const off = await givenUp('Gate code is 6');
  const { connection } = office.database.db;
  await connection.updateMany({ data: { disabledAt: new Date() } });
  await expect(lookUpAction(context, off)).rejects.toMatchObject({ code: 'INVALID' });
  await connection.updateMany({ data: { disabledAt: null } });
  expect((await row(off)).dueAt).toBeNull();
  expect(await settleByHand(context, { id: off, arrived: false })).toMatchObject({ state: 'failed' });
  // No worker takes up again what a person settled.
  await lookForDoubtful({ ...context, signal: new AbortController().signal });
  expect((await row(off)).state).toBe('failed');
});

test('in an account that stays switched off it is looked for through a day, and then left to a person', async () => {
  const id = await inDoubt('Gate code is 9');
  const { action, connection } = office.database.db;
  await connection.updateMany({ data: { disabledAt: new Date() } });
  const lookAt = async (hoursAgo: number) => {
    const createdAt = new Date(Date.now() - hoursAgo * 3_600_000);
    await action.update({ where: { id }, data: { createdAt, dueAt: createdAt } });
    await lookForDoubtful({ ...context, signal: new AbortController().signal });
    return row(id);
  };
  expect((await lookAt(23)).dueAt).not.toBeNull();
  expect((await lookAt(25)).dueAt).toBeNull();
  expect(await settleByHand(context, { id, arrived: false })).toMatchObject({ state: 'failed' });
  await connection.updateMany({ data: { disabledAt: null } });
});

test('one that Enerflo confirmed is read back once its account is on again, and nobody may say that it did not arrive', async () => {
  const { action, connection } = office.database.db;
  const confirmed = async (body: string) => {
    const id = await inDoubt(body);
    await keepAnswer(office.database.db, id, { words: 'The note was added.', subjects: [], data: null });
    return id;
  };
  const look = () => lookForDoubtful({ ...context, signal: new AbortController().signal });
  const id = await confirmed('Gate code is 10');
  await connection.updateMany({ data: { disabledAt: new Date() } });
  const longAgo = new Date(Date.now() - 30 * 24 * 3_600_000);
  await action.update({ where: { id }, data: { createdAt: longAgo, dueAt: longAgo } });
  await look();
  expect(await row(id)).toMatchObject({ state: 'unknown', dueAt: expect.any(Date) });
  await connection.updateMany({ data: { disabledAt: null } });
  await action.update({ where: { id }, data: { dueAt: longAgo } });
  await look();
  expect((await row(id)).state).toBe('done');

  const left = await confirmed('Gate code is 11');
  await action.update({ where: { id: left }, data: { dueAt: null } });
  expect(await getAction(office.database.db, left)).toMatchObject({ canSettle: true, confirmed: true });
  await expect(settleByHand(context, { id: left, arrived: false })).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Enerflo confirmed that this arrived'),
  });
  expect((await row(left)).state).toBe('unknown');
  expect(await entries(left)).toEqual([]);
  expect(await settleByHand(context, { id: left, arrived: true })).toMatchObject({ state: 'done' });
});

test('an undo that arrived by the word of a person has undone what it was for', async () => {
  const added = await run('Gate code is 7');
  office.enerflo.rules.add([{ method: 'DELETE', hang: true, times: 1 }]);
  const undo = await undoAction(context, { id: added.id, idempotencyKey: uuidv7() });
  expect(undo.state).toBe('unknown');
  await office.database.db.action.update({ where: { id: undo.id }, data: { dueAt: null } });
  await settleByHand(context, { id: undo.id, arrived: true });
  expect(await getAction(office.database.db, added.id)).toMatchObject({
    state: 'undone',
    undoneById: undo.id,
  });
});

test('whoever may not do the thing may not say what came of it', async () => {
  const id = await givenUp('Gate code is 8');
  const viewer = office.as(office.person('Vic', 'viewer'));
  await expect(settleByHand(viewer, { id, arrived: true })).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
