import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import type { ActionContext } from './action-context.ts';
import { getAction } from './get-action.ts';
import { lookUpAction } from './look-up-action.ts';
import { previewAction } from './preview-action.ts';
import { runAction } from './run-action.ts';
import { type EnerfloSetup, setUpEnerflo } from './testing/set-up-enerflo.ts';
import { undoAction } from './undo-action.ts';

let office: EnerfloSetup;
let context: ActionContext;
let installId: number;
beforeEach(async () => {
  office = await setUpEnerflo(inject('postgres'), { standIn: { settings: { installStatus: 'name-only' } } });
  context = office.as(office.person('Jane Smith'));
  installId = [...office.enerflo.state.installs.values()].find((one) => !one.deletedAt)?.id ?? 0;
  office.enerflo.state.setStatus(installId, 'Active');
});
afterEach(() => office.close());

const asked = (name: string): { connectionId: string; operation: string; input: JsonObject } => ({
  connectionId: office.connectionId,
  operation: 'enerflo.install.update-status',
  input: { install_id: String(installId), status_id: statusId(name) },
});
const run = (name: string) => runAction(context, { ...asked(name), idempotencyKey: uuidv7(), agreed: [] });
function statusId(name: string): string {
  const { statuses, installs } = office.enerflo.state;
  const companyId = installs.get(installId)?.installCompanyId;
  const status = [...statuses.values()].find((one) => one.name === name && one.companyId === companyId);
  return String(status?.id);
}
const statusNow = () => String(office.enerflo.state.installs.get(installId)?.statusId);
const listsOfStatuses = () =>
  office.enerflo.received.list().filter(({ path }) => path.startsWith('/api/v3/install-statuses'));

test('a status of which Enerflo tells the name alone is shown, set, read back and set back', async () => {
  const preview = await previewAction(context, asked('On Hold'));
  expect(preview.beside).toEqual([
    expect.objectContaining({
      before: statusId('Active'),
      beforeText: 'Active',
      afterText: 'On Hold',
      told: true,
      changes: true,
    }),
  ]);
  expect(preview.undo).toBe('Set the status back to what it was');

  const done = await run('On Hold');
  expect(done).toMatchObject({ state: 'done', readBack: 'same', undo: 'Set the status back to what it was' });
  expect(done.fields).toEqual([
    expect.objectContaining({ beforeText: 'Active', afterText: 'On Hold', nowText: 'On Hold' }),
  ]);
  const undone = await undoAction(context, { id: done.id, idempotencyKey: uuidv7() });
  expect(undone).toMatchObject({ state: 'done', readBack: 'same' });
  expect(statusNow()).toBe(statusId('Active'));
  // The picker asks for it once, and what names the status once more: not every reading.
  expect(listsOfStatuses().length).toBeLessThanOrEqual(2);
});

test('where nothing changes nothing is sent, also by name', async () => {
  const done = await run('Active');
  expect(done).toMatchObject({ state: 'done', words: expect.stringContaining('Nothing was sent') });
});

test('a request that got no answer is found by the name, and one that did not arrive is not', async () => {
  office.enerflo.rules.add([{ method: 'PUT', hang: 'after-store', times: 1 }]);
  const arrived = await run('On Hold');
  expect(arrived.state).toBe('unknown');
  expect(await lookUpAction(context, arrived.id)).toMatchObject({ state: 'done', readBack: 'same' });
  office.enerflo.rules.add([{ method: 'PUT', hang: true, times: 1 }]);
  const lost = await run('Completed');
  await lookUpAction(context, lost.id);
  const look = (await getAction(office.database.db, lost.id)).attempts.at(-1);
  expect(look).toMatchObject({ purpose: 'look-up', state: 'answered', error: null });
});

test('the id that the webhook of our own write tells is no news', async () => {
  const { db } = office.database;
  const told = (status: string, origin: 'event' | 'fetch', after: number) => ({
    connectionId: office.connectionId,
    kind: 'enerflo.install',
    externalId: String(installId),
    main: true,
    origin,
    eventId: origin === 'event' ? uuidv7() : null,
    arrivedAt: new Date(Date.now() + after),
    clock: new Date(Date.now() + after),
    fields: { statusId: Number(statusId(status)), status },
  });
  await db.$transaction((tx) => storeObservations(tx, [told('Active', 'event', -60_000)]));
  await run('On Hold');
  const [effect] = await db.$transaction((tx) => storeObservations(tx, [told('On Hold', 'event', 5_000)]));
  expect(effect).toMatchObject({ changed: [] });
});

test('where the list of statuses cannot be read the name is shown all the same, and no undo is promised', async () => {
  office.enerflo.rules.add([{ method: 'GET', path: '/api/v3/install-statuses', answer: 500 }]);
  const preview = await previewAction(context, asked('On Hold'));
  expect(preview.beside).toEqual([
    expect.objectContaining({ before: null, beforeText: 'Active', told: true, changes: true }),
  ]);
  expect(preview.undo).toBeNull();
  const done = await run('On Hold');
  expect(done).toMatchObject({ state: 'done', undo: null });
  expect(done.fields[0]).toMatchObject({ beforeText: 'Active', nowText: 'On Hold' });
});
