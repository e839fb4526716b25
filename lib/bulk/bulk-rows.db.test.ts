import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { storeObservations } from '#lib/records/store-observations.ts';
import { chooseRows } from './choose-rows.ts';
import { createBulkOfSelection } from './create-bulk.ts';
import { getBulk } from './get-bulk.ts';
import { getRow } from './get-row.ts';
import { listRows } from './list-rows.ts';
import { removeBulk } from './remove-bulk.ts';
import { resultFile } from './result-file.ts';
import { stopBulk } from './stop-bulk.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';
import { tryAgain } from './try-again.ts';

const on = setUpBulk();
afterEach(() => on.enerflo.rules.reset());

const installs = () => [...on.enerflo.state.installs.values()].filter(({ deletedAt }) => deletedAt === null);
const leadHeads = 'First,Last,Street,City,State,Zip,Cell,Mail';

/** A file whose columns are confirmed and whose rows are checked. */
async function checked(operation: string, lines: string[], fills?: Parameters<typeof on.match>[1]) {
  const id = await on.upload(operation, lines);
  await on.match(id, fills);
  await on.work();
  return id;
}

test('leads are put right, and those who are in Enerflo or further up in the file wait for a word', async () => {
  const [known] = [...on.enerflo.state.customers.values()].filter(({ email }) => email);
  const id = await checked('enerflo.lead.add', [
    leadHeads,
    'Ann,Newhouse,77 Quiet Ct,Provo,Utah,84601,(801) 555-0144,ann.newhouse@example.com',
    `Bob,Other,9 Far Rd,Provo,UT,84601,,${known?.email}`,
    'Cid,Short,1 Near St,Provo,UT,84601,555-01,cid@example.com',
    'Ann,Newhouse,77 Quiet Ct,Provo,UT,84601,801-555-0144,ann.newhouse@example.com',
  ]);
  const [ann, bob, cid, again] = await on.rows(id);
  expect(ann).toMatchObject({ state: 'waiting', input: { state: 'UT', phone: '8015550144' } });
  expect(ann?.notes).toContainEqual(
    expect.objectContaining({ kind: 'put-right', field: 'state', from: 'Utah', to: 'UT' }),
  );
  expect(bob).toMatchObject({ state: 'alike', reason: expect.stringContaining('the same e-mail') });
  expect(cid).toMatchObject({ state: 'bad', reason: expect.stringContaining('Phone: ') });
  expect(again).toMatchObject({ state: 'repeat' });

  const before = on.enerflo.state.customers.size;
  expect(await chooseRows(on.context(), { id, send: true, state: 'alike' })).toBe(1);
  await on.start(id);
  await on.work();
  expect((await on.get(id)).counts).toMatchObject({ done: 2, bad: 1, repeat: 1 });
  expect(on.enerflo.state.customers.size).toBe(before + 2);
});

test('a status, a milestone and an install are named as people name them; what is not there is said with what there is', async () => {
  const [install] = installs();
  const milestone = [...on.enerflo.state.milestones.values()].find(
    ({ installId }) => installId === install?.id,
  );
  const title = milestone && on.enerflo.state.milestoneDefinitions.get(milestone.definitionId)?.title;
  const names = [...on.enerflo.state.statuses.values()].map(({ name }) => name);
  const other = [...on.enerflo.state.statuses.values()].find(({ id }) => id !== install?.statusId);
  const id = await checked('enerflo.install.update-status', [
    'Project ID,New Status',
    `${install?.id},${other?.name.toUpperCase()}`,
    `${install?.id},Nowhere`,
    `1,${other?.name}`,
  ]);
  const [good, wrong, gone] = await on.rows(id);
  expect(good).toMatchObject({ state: 'waiting', input: { status_id: String(other?.id) } });
  expect(good?.notes).toContainEqual(
    expect.objectContaining({ kind: 'today', after: other?.name.toUpperCase() }),
  );
  expect(wrong?.reason).toContain('nothing in Enerflo is called “Nowhere”');
  expect(wrong?.reason).toContain(names[0]);
  expect(gone).toMatchObject({ state: 'bad', reason: expect.stringContaining('nothing under this id') });

  const dates = await checked('enerflo.milestone.update', [
    'Install,Milestone,Completed on',
    `${install?.id},${title},7/4/2026`,
    `,${title},20-Nov-26`,
  ]);
  expect(await on.rows(dates)).toMatchObject([
    { input: { completed_date: '2026-07-04' } },
    { state: 'bad', reason: 'Install is needed.' },
  ]);
});

test('what else a milestone causes is counted, and agreed to once before the first row is sent', async () => {
  const { state } = on.enerflo;
  const notifying = [...state.milestones.values()].filter(
    ({ definitionId }) => state.milestoneDefinitions.get(definitionId)?.notifyCustomer,
  );
  const byInstall = [...Map.groupBy(notifying, ({ installId }) => installId).values()];
  const [two, one] = [byInstall.find(({ length }) => length > 1), byInstall.at(-1)];
  const items = [...(two ?? []).slice(0, 2), ...(one ?? []).slice(0, 1)].map(({ id, installId }) => ({
    install_id: installId,
    milestone_id: id,
  }));
  expect(new Set(items.map(({ install_id }) => install_id)).size).toBe(2);
  const id = await createBulkOfSelection(on.context(), {
    connectionId: on.connectionId,
    operation: 'enerflo.milestone.update',
    items,
  });
  await on.match(id, { completed_date: { value: '2026-07-05' } });
  await on.work();
  // Two milestones of one install are one homeowner.
  const email = { code: 'emails-homeowner', agree: true };
  expect((await on.get(id)).sideEffects).toMatchObject([{ ...email, count: 3, homeowners: 2 }]);

  // Of one of them Enerflo does not tell: that is said by itself, and agreed to with the other.
  const notes = [{ kind: 'side-effect', ...email, text: 'It may e-mail: it does not tell.' }];
  await on.db.bulkRow.update({ where: { bulkId_number: { bulkId: id, number: 1 } }, data: { notes } });
  expect((await on.get(id)).sideEffects).toMatchObject([
    { ...email, text: expect.stringContaining('is set up to write'), count: 2, homeowners: 2 },
    { ...email, text: 'It may e-mail: it does not tell.', count: 1, homeowners: 1 },
  ]);
  await expect(on.start(id)).rejects.toThrow('Say first that you know what else this causes.');
  await on.start(id, ['emails-homeowner']);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 3 } });
});

test('what arrived in part is not sent again with what failed: it would be there twice', async () => {
  const [one, two] = installs();
  on.enerflo.rules.add([{ method: 'POST', successFalse: 'The install is locked', times: 2 }]);
  const id = await checked('enerflo.note.add', [
    'Install,Note',
    `${one?.id},In part`,
    `${two?.id},Not at all`,
  ]);
  await on.start(id);
  await on.work();
  const [part] = await on.rows(id);
  const error = { code: 'ARRIVED_IN_PART', text: 'A part is there.', whatToDo: 'Look.', said: null };
  await on.db.action.update({ where: { id: part?.actionId ?? '' }, data: { error } });
  expect(await on.get(id)).toMatchObject({ counts: { failed: 2 }, inPart: 1 });
  expect(await tryAgain(on.context(), { id, state: 'failed' })).toBe(1);
  await on.work();
  expect((await on.rows(id)).map(({ state }) => state)).toEqual(['failed', 'done']);
  await expect(tryAgain(on.context(), { id, state: 'failed' })).rejects.toThrow('arrived in part');
});

test('what fails has its reason, and is tried again as an action of its own; the result file tells all of it', async () => {
  const [one, two] = installs();
  on.enerflo.rules.add([{ method: 'POST', successFalse: 'The install is locked', times: 1 }]);
  const id = await checked('enerflo.note.add', [
    'Install,Note',
    `${one?.id},=1+1 is formula`,
    `${two?.id},Plain`,
  ]);
  await on.start(id);
  await on.work();
  const failed = (await on.rows(id)).filter(({ state }) => state === 'failed');
  expect(failed).toMatchObject([{ reason: expect.stringContaining('The install is locked') }]);
  expect(await tryAgain(on.context(), { id, state: 'failed' })).toBe(1);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 2, failed: 0 } });
  expect(await on.db.action.count({ where: { bulkId: id } })).toBe(3);

  const lines = (await text((await resultFile(on.context(), id)).body ?? new ReadableStream())).split('\r\n');
  expect(lines[0]).toBe('Install,Note,Result,Reason,Enerflo id,Time');
  expect(lines[1]).toMatch(
    new RegExp(`^${one?.id},"'=1\\+1 is formula",Done,The note was added\\.,\\d+,\\d{4}-`),
  );
});

test('a key that Enerflo refuses stops all of it with the reason, and it goes on where it stopped', async () => {
  const [one, two] = installs();
  const id = await checked('enerflo.note.add', [
    'Install,Note',
    `${one?.id},First of two`,
    `${two?.id},Second of two`,
  ]);
  on.enerflo.rules.add([{ method: 'POST', answer: 401 }]);
  await on.start(id);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'stopped', reason: expect.stringContaining('API key') });
  on.enerflo.rules.reset();
  await on.start(id);
  await on.work();
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 2 } });
});

test('a stopped bulk sends nothing; rows can be left out; what was never started can be thrown away', async () => {
  const [one, two] = installs();
  const id = await checked('enerflo.note.add', [
    'Install,Note',
    `${one?.id},Held back`,
    `${two?.id},Held back too`,
  ]);
  await on.start(id);
  await stopBulk(on.context(), id);
  await on.work();
  expect((await on.get(id)).counts).toMatchObject({ waiting: 2, done: 0 });
  expect(await chooseRows(on.context(), { id, send: false, numbers: [2] })).toBe(1);
  await on.start(id);
  await on.work();
  expect((await on.get(id)).counts).toMatchObject({ done: 1, 'left-out': 1 });
  await expect(removeBulk(on.context(), id)).rejects.toThrow('what was sent stays on record');
  const unsent = await checked('enerflo.note.add', ['Install,Note', `${one?.id},Never`]);
  await removeBulk(on.context(), unsent);
  expect(await on.db.bulkRow.count({ where: { bulkId: unsent } })).toBe(0);
});

test('a row that names an install by its number says whose it is, checked or not, once that is known here', async () => {
  const [one, two] = installs();
  const customer = {
    kind: 'enerflo.customer',
    externalId: '77',
    fields: { firstName: 'Rosa', lastName: 'Lindqvist' },
  };
  const install = { kind: 'enerflo.install', externalId: String(one?.id), fields: { customerId: '77' } };
  await know(customer, install);
  const id = await on.upload('enerflo.note.add', ['Install,Note', `${one?.id},Known`, `${two?.id},Unknown`]);
  const whose = async () => (await on.rows(id)).map(({ homeowner }) => homeowner);
  expect(await whose()).toEqual(['Rosa Lindqvist', null]);
  await on.match(id);
  await on.work();
  expect(await whose()).toEqual(['Rosa Lindqvist', null]);
  expect((await getRow(on.db, { id, number: 1 }, { personal: true })).homeowner).toBe('Rosa Lindqvist');

  const leads = await on.upload('enerflo.lead.add', ['First,Last', 'Rosa,Lindqvist']);
  expect((await on.rows(leads)).map(({ homeowner }) => homeowner)).toEqual([null]);
});

/** Records as webhooks or a load left them. */
async function know(...records: { kind: string; externalId: string; fields: JsonObject }[]): Promise<void> {
  const told = { connectionId: on.connectionId, eventId: null, origin: 'fetch' as const, main: true };
  const observations = records.map((one) => ({ ...told, ...one, arrivedAt: new Date(), clock: new Date() }));
  await on.db.$transaction((tx) => storeObservations(tx, observations));
}

test('who may not see personal values sees how many and how, and nothing of what was in the file', async () => {
  const [one] = installs();
  const customer = {
    kind: 'enerflo.customer',
    externalId: '78',
    fields: { fullName: 'Quillon Featherstone' },
  };
  await know(customer, {
    kind: 'enerflo.install',
    externalId: String(one?.id),
    fields: { customerId: '78' },
  });
  const id = await checked('enerflo.note.add', ['Install,Note', `${one?.id},For Quillon Featherstone`]);
  expect((await on.rows(id)).map(({ homeowner }) => homeowner)).toEqual(['Quillon Featherstone']);
  const hidden = { personal: false };
  const seen = [
    await getBulk(on.db, id, hidden),
    await listRows(on.db, { id, limit: 10 }, hidden),
    await getRow(on.db, { id, number: 1 }, hidden),
  ];
  expect(JSON.stringify(seen)).not.toContain('Quillon');
  expect(seen[0]).toMatchObject({ counts: { waiting: 1 }, personalHidden: true });
});
