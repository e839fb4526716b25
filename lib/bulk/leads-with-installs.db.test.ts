import { expect, test } from 'vitest';
import type { JsonObject } from '#lib/json.ts';
import { chooseRows } from './choose-rows.ts';
import { createBulkOfSelection } from './create-bulk.ts';
import { matchColumns } from './match-columns.ts';
import { startBulk } from './start-bulk.ts';
import { setUpBulk } from './testing/set-up-bulk.ts';

const on = setUpBulk();
/** Adding installs is for admins. */
const admin = () => {
  const { actor, ...rest } = on.context();
  return { ...rest, actor: { ...actor, role: 'admin' as const } };
};

/** A number for each name, as one is one person's. */
const names: string[] = [];
function phoneOf(name: string): string {
  if (!names.includes(name)) names.push(name);
  return `385-555-01${String(names.indexOf(name)).padStart(2, '0')}`;
}

/** Somebody of this name with an install, as a row. */
function owner(name: string, more: Record<string, string> = {}) {
  const { dealTypes, users } = on.enerflo.state;
  return {
    survey_type_id: String([...dealTypes.keys()][0]),
    assign_to_email: [...users.values()].find(({ deletedAt }) => !deletedAt)?.email ?? '',
    first_name: 'Olga',
    last_name: name,
    email: `${name.toLowerCase().replace(' ', '.')}@example.com`,
    phone: phoneOf(name),
    address: `12 ${name} St`,
    city: 'Provo',
    state: 'UT',
    zip: '84601',
    ...more,
  };
}

/** A bulk of these rows, checked. */
async function checked(operation: string, items: Record<string, string>[]): Promise<string> {
  const id = await createBulkOfSelection(admin(), { connectionId: on.connectionId, operation, items });
  const { columns } = await on.get(id);
  await matchColumns(admin(), { id, ...columns });
  await on.work();
  return id;
}
/** The same with a person's word that rows about one who stands further up are sent too. */
async function agreed(operation: string, items: Record<string, string>[]): Promise<string> {
  const id = await checked(operation, items);
  for (const state of ['alike', 'repeat']) await chooseRows(admin(), { id, send: true, state });
  return id;
}
async function send(id: string): Promise<void> {
  await startBulk(admin(), { id, agreed: ['completes-change-order'] });
  await on.work();
}
const sizes = () => [on.enerflo.state.customers.size, on.enerflo.state.installs.size];
const told = async (id: string) =>
  (await on.rows(id)).map(({ state, reason, input }) => ({ state, reason, id: idOf(input) }));
const idOf = (input: JsonObject | null) => input?.install_integration_id;

test('two units of one owner in one file are two installs, and uploaded again they stay two', async () => {
  const rows = [owner('Duplex', { unit: '1' }), owner('Duplex', { unit: '2' })];
  const [customers = 0, installs = 0] = sizes();
  const id = await checked('enerflo.lead-install.add', rows);
  expect(await told(id)).toMatchObject([
    { state: 'waiting' },
    { state: 'alike', reason: 'It looks like row 1: same e-mail and phone.' },
  ]);
  await chooseRows(admin(), { id, send: true, state: 'alike' });
  await send(id);
  expect(await on.get(id)).toMatchObject({ state: 'done', counts: { done: 2 } });
  expect(sizes()).toEqual([customers + 2, installs + 2]);

  const again = await checked('enerflo.lead-install.add', rows);
  expect((await told(again)).map(({ state }) => state)).toEqual(['repeat', 'repeat']);
  await chooseRows(admin(), { id: again, send: true, state: 'repeat' });
  await send(again);
  expect(sizes()).toEqual([customers + 2, installs + 2]);
});

test('a row that would change the install of a row before it is not sent unless somebody says so', async () => {
  const rows = [
    owner('Undated', { notes: 'The house' }),
    owner('Undated', { notes: 'The barn' }),
    owner('Undated', { notes: 'The shed', system_size: '3' }),
  ];
  const id = await checked('enerflo.lead-install.add', rows);
  expect(await told(id)).toMatchObject([
    { state: 'waiting' },
    { state: 'repeat', reason: 'It has the same id of an install as row 1, and would change that install.' },
    { state: 'repeat', reason: 'It has the same id of ours as row 1, and would change that lead.' },
  ]);
});

test('a row whose customer is there under its id says that it updates this one, whoever is more alike', async () => {
  const { state } = on.enerflo;
  const { survey_type_id: _, assign_to_email: __, ...lead } = owner('Known');
  await send(await checked('enerflo.lead.add', [lead]));
  const known = [...state.customers.values()].at(-1);
  if (!known) throw new Error('The stand-in has no lead.');
  const { firstName, lastName, email, phone, street, city, zip } = known;
  state.addLead({ firstName, lastName, email, phone, street, city, zip, state: 'UT', recordId: 'CRM-9' });
  state.updateCustomer(known.id, { email: 'moved@example.com', phone: '3855550199', city: 'Orem' });
  const [customers = 0, installs = 0] = sizes();
  const id = await checked('enerflo.lead-install.add', [owner('Known')]);
  const says = expect.stringMatching(/^It updates Olga Known, .*Orem, .*under the same id of ours\.$/);
  expect(await told(id)).toMatchObject([{ state: 'alike', reason: says }]);
  // What it writes over is told, and of the rest nothing.
  const [row] = await on.rows(id);
  const today = row?.notes.filter((note) => note.kind === 'today') ?? [];
  expect(today.map(({ field, before, after }) => [field, before, after])).toEqual(
    expect.arrayContaining([
      ['email', 'moved@example.com', email],
      ['phone', '3855550199', phone],
      ['city', 'Orem', 'Provo'],
    ]),
  );
  expect(today.map(({ field }) => field)).not.toContain('last_name');
  expect(today.every((note) => note.told)).toBe(true);
  await chooseRows(admin(), { id, send: true, state: 'alike' });
  await send(id);
  expect(sizes()).toEqual([customers, installs + 1]);
});

test.each([
  ['Halved', { unit: '1' }, { unit: '2' }],
  ['Sized', { system_size: '5' }, { system_size: '8' }],
])(
  'a contract of %s that never arrived is not done by the install of the other one',
  async (name, one, other) => {
    const { installs } = on.enerflo.state;
    const before = installs.size;
    const id = await agreed('enerflo.lead-install.add', [owner(name, one), owner(name, other)]);
    const path = '/api/v1/lead-installs';
    on.enerflo.rules.add([
      { method: 'POST', path, slow: 0, times: 1 },
      { method: 'POST', path, cut: 'before-store', times: 1 },
    ]);
    await send(id);
    await on.lookLater();
    await on.work();
    expect(installs.size).toBe(before + 1);
    expect((await told(id)).map(({ state }) => state).sort()).toEqual(['done', 'unknown']);
    expect(await doubtOf(id)).toMatchObject({ error: { code: 'NOBODY_CAN_TELL' }, dueAt: null });
  },
);

test('while it is not known what the other contract of a person made, neither takes the one install that came', async () => {
  const id = await agreed('enerflo.lead-install.add', [
    owner('Both Cut', { system_size: '5' }),
    owner('Both Cut', { system_size: '8' }),
  ]);
  const path = '/api/v1/lead-installs';
  on.enerflo.rules.add([
    { method: 'POST', path, cut: 'before-store', times: 1 },
    { method: 'POST', path, cut: 'after-store', times: 1 },
  ]);
  await send(id);
  await on.lookLater();
  await on.work();
  expect((await told(id)).map(({ state }) => state)).toEqual(['unknown', 'unknown']);
  expect(await doubtOf(id)).toMatchObject({ error: { code: 'NOBODY_CAN_TELL' }, dueAt: null });
});

test('where both contracts of a person arrived and no answer came, each has an install', async () => {
  const id = await agreed('enerflo.lead-install.add', [
    owner('Both There', { system_size: '5' }),
    owner('Both There', { system_size: '8' }),
  ]);
  on.enerflo.rules.add([{ method: 'POST', path: '/api/v1/lead-installs', cut: 'after-store', times: 2 }]);
  await send(id);
  await on.lookLater();
  await on.work();
  expect((await told(id)).map(({ state }) => state)).toEqual(['done', 'done']);
});

test('of two contracts of one person the second, whose answer never came, is found to be its own install', async () => {
  const rows = [owner('Cut Off', { system_size: '5' }), owner('Cut Off', { system_size: '8' })];
  const id = await agreed('enerflo.lead-install.add', rows);
  const path = '/api/v1/lead-installs';
  on.enerflo.rules.add([
    { method: 'POST', path, slow: 0, times: 1 },
    { method: 'POST', path, cut: 'after-store', times: 1 },
  ]);
  await send(id);
  expect((await told(id)).map(({ state }) => state)).toEqual(['done', 'unknown']);
  await on.lookLater();
  await on.work();
  expect((await told(id)).map(({ state }) => state)).toEqual(['done', 'done']);
  const actions = await on.db.action.findMany({ where: { bulkId: id }, select: { recordKeys: true } });
  const keys = actions.flatMap(({ recordKeys }) =>
    recordKeys.filter((key) => key.startsWith('enerflo.install:')),
  );
  expect(new Set(keys).size).toBe(2);
});

test('rows with one id of ours go one after the other, so that what the last one says stays', async () => {
  const { customers, installs } = on.enerflo.state;
  const slow = (path: string) => on.enerflo.rules.add([{ method: 'POST', path, slow: 300, times: 1 }]);
  const { survey_type_id: _, assign_to_email: __, ...lead } = owner('Twice');
  const ours = { integration_record_id: 'CRM-20' };
  const leads = await agreed('enerflo.lead.add', [
    { ...lead, ...ours, city: 'Orem' },
    { ...lead, ...ours, city: 'Lehi' },
  ]);
  slow('/api/v1/partner/action/lead/add');
  await send(leads);
  expect([...customers.values()].at(-1)).toMatchObject({ recordId: 'CRM-20', city: 'Lehi' });

  const sizes = await agreed('enerflo.lead-install.add', [
    owner('New Owner', { system_size: '5', city: 'Orem' }),
    owner('New Owner', { system_size: '8', city: 'Lehi' }),
  ]);
  slow('/api/v1/lead-installs');
  await send(sizes);
  expect([...customers.values()].at(-1)).toMatchObject({ lastName: 'New Owner', city: 'Lehi' });

  const one = { install_integration_id: 'P-1', install_integration_record_type: 'Project' };
  const same = await agreed('enerflo.lead-install.add', [
    owner('One Install', { ...one, system_size: '5', unit: '1' }),
    owner('One Install', { ...one, system_size: '8', unit: '2' }),
  ]);
  slow('/api/v1/lead-installs');
  await send(same);
  expect([...installs.values()].at(-1)).toMatchObject({ recordId: 'P-1', system: { sizeWatts: 8000 } });
});

test('a row that waits to be sent again is not overtaken, and does not take back what a later one changed', async () => {
  const { customers } = on.enerflo.state;
  const path = '/api/v1/partner/action/lead/add';
  const twice = async (name: string) => {
    const { survey_type_id: _, assign_to_email: __, ...lead } = owner(name);
    const ours = { integration_record_id: `CRM-${name}` };
    return await agreed('enerflo.lead.add', [
      { ...lead, ...ours, city: 'Orem' },
      { ...lead, ...ours, city: 'Lehi' },
    ]);
  };
  const stopped = await twice('Stopped');
  const before = customers.size;
  on.enerflo.rules.add([{ method: 'POST', path, answer: 401, times: 1 }]);
  await send(stopped);
  expect((await told(stopped)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
  expect(customers.size).toBe(before);
  await send(stopped);
  expect([...customers.values()].at(-1)).toMatchObject({ recordId: 'CRM-Stopped', city: 'Lehi' });

  const lost = await twice('Lost');
  on.enerflo.rules.add([{ method: 'POST', path, cut: 'before-store', times: 1 }]);
  await send(lost);
  // A person corrects the one that arrived, so that the look for the other does not take it for its own.
  const there = [...customers.values()].at(-1);
  on.enerflo.state.updateCustomer(there?.id ?? 0, { phone: '3855550177', email: 'lost.moved@example.com' });
  await on.lookLater();
  await on.work();
  expect((await told(lost)).map(({ state }) => state)).toEqual(['failed', 'done']);
  expect((await told(lost))[0]?.reason).toMatch(/^It did not arrive.*Row 2 of the same thing was sent since/);
  expect(customers.get(there?.id ?? 0)).toMatchObject({ city: 'Lehi', phone: '3855550177' });
});

/** The action of a bulk that is still in doubt. */
const doubtOf = (bulkId: string) => on.db.action.findFirst({ where: { bulkId, state: 'unknown' } });
