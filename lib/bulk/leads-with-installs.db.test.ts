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

/** Somebody of this name with an install, as a row. A phone number is one person's. */
function owner(name: 'Duplex' | 'Undated' | 'Known', more: Record<string, string> = {}) {
  const { dealTypes, users } = on.enerflo.state;
  return {
    survey_type_id: String([...dealTypes.keys()][0]),
    assign_to_email: [...users.values()].find(({ deletedAt }) => !deletedAt)?.email ?? '',
    first_name: 'Olga',
    last_name: name,
    email: `${name.toLowerCase()}@example.com`,
    phone: `385-555-010${name.length}`,
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
  expect((await told(id)).map(({ state }) => state)).toEqual(['waiting', 'waiting']);
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
    { state: 'waiting' },
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
  await chooseRows(admin(), { id, send: true, state: 'alike' });
  await send(id);
  expect(sizes()).toEqual([customers, installs + 1]);
});
