import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Actor } from '#lib/audit/audit.ts';
import { newId } from '#lib/db/new-id.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { type StandInEnerflo, startEnerflo } from '../../scripts/sandbox/enerflo/start-enerflo.ts';
import { accountApi } from './account-api.ts';
import { type ChoicesInput, findChoices } from './choices/find-choices.ts';
import { enerfloSettingsSchema } from './enerflo-settings.schema.ts';
import { listCustomers } from './lists/list-customers.ts';
import { listInstalls } from './lists/list-installs.ts';
import { listNotes } from './lists/list-notes.ts';
import { listUsers } from './lists/list-users.ts';
import { noteProof } from './note-proof.ts';
import { openEnerfloAccount } from './open-enerflo-account.ts';
import type { Page } from './read-pages.ts';
import { setAccountSettings } from './set-account-settings.ts';
import { testAccount } from './test-account.ts';
import { addEnerfloAccount } from './testing/add-enerflo-account.ts';

const box = openSecretBox('6'.repeat(64));
const ada: Actor = { kind: 'user', id: '0190f0a0-0000-7000-8000-0000000000aa', name: 'Ada', role: 'admin' };

let database: TestDatabase;
let enerflo: StandInEnerflo;
let id: string;

beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  enerflo = await startEnerflo({ port: 0 });
  id = await addEnerfloAccount({ ...database, box }, { url: enerflo.url });
});

afterAll(async () => {
  await enerflo?.close();
  await closeOutbound();
  await database?.close();
});

const access = () => ({ ...database, box });
const choices = (input: Partial<ChoicesInput> & Pick<ChoicesInput, 'picks'>) =>
  findChoices(access(), { id, value: 'id', ...input });

function firstOf<T>(rows: ReadonlyMap<number, T>): T {
  const [first] = rows.values();
  if (first === undefined) throw new Error('the stand-in has none');
  return first;
}

async function countOf(pages: AsyncGenerator<Page, void>): Promise<number> {
  let count = 0;
  for await (const { rows } of pages) count += rows.length;
  return count;
}

test('the test of the connection says whether Enerflo takes the key', async () => {
  const host = new URL(enerflo.url).host;
  expect(await testAccount(access(), id)).toEqual({
    ok: true,
    words: `Enerflo at ${host} takes the API key.`,
    whatToDo: null,
  });
  const other = await addEnerfloAccount(access(), { url: enerflo.url, key: 'a-wrong-key', name: 'Other' });
  const refused = await testAccount(access(), other);
  expect(refused).toMatchObject({ ok: false, words: expect.stringContaining('did not accept the API key') });
  expect(JSON.stringify(refused)).not.toContain('a-wrong-key');
});

test('how much of the limit is left is what Enerflo told last', async () => {
  const account = await openEnerfloAccount(access(), id);
  await account.call({ method: 'GET', path: '/api/v3/authcheck' }, { share: 'people' });
  const { budget, hasKey, baseUrl } = await accountApi(access(), id);
  expect({ hasKey, baseUrl }).toEqual({ hasKey: true, baseUrl: enerflo.url });
  expect(budget).toMatchObject({ limit: { requests: 300, seconds: 60 }, pausedUntil: null });
  expect(budget?.left).toBe(budget?.told?.left);
  expect(budget?.left).toBeLessThan(300);
});

describe('lists', () => {
  test('have everything that is there, whatever page size Enerflo gives', async () => {
    const account = await openEnerfloAccount(access(), id);
    const { users, installs, customers, notes } = enerflo.state;
    const bulk = { share: 'bulk' } as const;
    expect(await countOf(listUsers(account, bulk))).toBe(users.size);
    expect(await countOf(listInstalls(account, bulk))).toBe(installs.size);
    expect(await countOf(listCustomers(account, bulk))).toBe(customers.size);
    expect(await countOf(listNotes(account, bulk))).toBe(notes.size);
  });
});

describe('choices', () => {
  test('an install is found by its homeowner, by its id and by the id of its 2.0 deal', async () => {
    const install = firstOf(enerflo.state.installs);
    const found = await choices({ picks: 'install', q: String(install.id) });
    expect(found).toMatchObject({ failure: null, items: [{ value: String(install.id) }] });
    const [one] = found.items;
    const byName = await choices({ picks: 'install', q: one?.label });
    expect(byName.items).toContainEqual(
      expect.objectContaining({ value: String(install.id), label: one?.label }),
    );
    expect(one?.detail).toMatch(/, [A-Z]{2}/);
    const deal = enerflo.state.deals.get(install.dealId);
    expect((await choices({ picks: 'install', q: deal?.uuid })).items).toEqual(found.items);
  });

  test('a milestone of an install by its title, by the id that the account says Enerflo wants', async () => {
    const install = firstOf(enerflo.state.installs);
    const within = String(install.id);
    const listed = await choices({ picks: 'milestone', within });
    expect(listed.items.length).toBeGreaterThan(3);
    expect(listed.items.every(({ value, label }) => /^\d+$/.test(value) && label !== value)).toBe(true);
    const sought = await choices({ picks: 'milestone', within, q: listed.items[1]?.label });
    expect(sought.items).toEqual([listed.items[1]]);
    const settings = enerfloSettingsSchema.parse({ baseUrl: enerflo.url, milestoneId: 'definition' });
    await setAccountSettings({ ...access(), actor: ada }, { id, settings });
    const defined = await choices({ picks: 'milestone', within });
    expect(defined.items.map(({ label }) => label)).toEqual(listed.items.map(({ label }) => label));
    expect(defined.items[0]?.value).not.toBe(listed.items[0]?.value);
  });

  test('a status by the company’s label, in whatever shape the list comes', async () => {
    const all = await choices({ picks: 'status' });
    expect(all.items.map(({ label }) => label)).toContain('On Hold');
    expect((await choices({ picks: 'status', q: 'hold' })).items).toEqual([
      expect.objectContaining({ label: 'On Hold' }),
    ]);
  });

  test('a user by name, given by id or by e-mail address, beyond the first hundred', async () => {
    const last = [...enerflo.state.users.values()].at(-1);
    const byId = await choices({ picks: 'user', q: last?.email });
    expect(byId.items).toEqual([expect.objectContaining({ value: String(last?.id) })]);
    const byEmail = await choices({ picks: 'user', q: byId.items[0]?.label, value: 'email' });
    expect(byEmail.items.map(({ value }) => value)).toContain(last?.email);
  });

  test('a deal by its homeowner, by the uuid that finds its install', async () => {
    const install = firstOf(enerflo.state.installs);
    const uuid = enerflo.state.deals.get(install.dealId)?.uuid;
    const homeowner = (await choices({ picks: 'install', q: String(install.id) })).items[0]?.label;
    const found = await choices({ picks: 'deal', q: homeowner });
    expect(found.items).toContainEqual(expect.objectContaining({ value: uuid, label: homeowner }));
  });

  test('an office by its name, where that is what a lead tells', async () => {
    const [office] = (await choices({ picks: 'office', value: 'name' })).items;
    expect(office?.value).toBe(office?.label);
  });

  test('nothing is offered of what lies in something not yet chosen', async () => {
    expect(await choices({ picks: 'milestone' })).toEqual({ items: [], more: false, failure: null });
  });

  test.each(['customer', 'office', 'change-order', 'deal', 'install'] as const)(
    '%s: the first of all are offered without a word typed',
    async (picks) => {
      const found = await choices({ picks });
      expect(found.failure).toBeNull();
      expect(found.items.every(({ value, label }) => value !== '' && label !== '')).toBe(true);
    },
  );

  test('a customer’s appointments and an install’s notes', async () => {
    const appointment = enerflo.state.addAppointment({
      customerId: firstOf(enerflo.state.customers).id,
      typeId: firstOf(enerflo.state.appointmentTypes).id,
      start: new Date('2026-12-01T17:00:00Z'),
      end: new Date('2026-12-01T18:00:00Z'),
    });
    const within = String(appointment.customerId);
    const appointments = await choices({ picks: 'appointment', within });
    expect(appointments.items.map(({ value }) => value)).toContain(String(appointment.id));
    const install = firstOf(enerflo.state.installs);
    const userId = firstOf(enerflo.state.users).id;
    enerflo.state.addNote({ installId: install.id, userId, text: 'Gate code is 4411' });
    const notes = await choices({ picks: 'note', within: String(install.id), q: 'gate code' });
    expect(notes.items).toEqual([expect.objectContaining({ label: 'Gate code is 4411' })]);
  });

  test('a type of appointment by a part of its name, or by its number though no appointment has it yet', async () => {
    const [first, second, third] = [...enerflo.state.appointmentTypes.values()];
    const customerId = firstOf(enerflo.state.customers).id;
    const start = new Date('2026-12-02T17:00:00Z');
    for (const typeId of [first?.id ?? 0, second?.id ?? 0])
      enerflo.state.addAppointment({ customerId, typeId, start, end: new Date('2026-12-02T18:00:00Z') });
    const types = async (q: string) => (await choices({ picks: 'appointment-type', q })).items;
    const typed = second?.name.slice(0, 4).toLowerCase() ?? '';
    expect(await types(typed)).toEqual([{ value: String(second?.id), label: second?.name, detail: null }]);
    expect(await types(String(second?.id))).toEqual(await types(typed));
    expect(await types(String(third?.id))).toEqual([
      {
        value: String(third?.id),
        label: String(third?.id),
        detail: expect.stringContaining('No appointment'),
      },
    ]);
    expect(await types('house call')).toEqual([]);
  });

  test('today’s note is offered although the month had hundreds', async () => {
    // Of the first one the notes were asked for just now, and are kept for some seconds.
    const [, second] = enerflo.state.installs.values();
    const installId = second?.id ?? 0;
    const userId = firstOf(enerflo.state.users).id;
    for (let count = 0; count < 600; count++) {
      enerflo.state.addNote({ installId, userId, text: `Older note ${count}` });
    }
    enerflo.state.addNote({ installId, userId, text: 'The dog bites' });
    const found = await choices({ picks: 'note', within: String(installId), q: 'dog' });
    expect(found.items).toEqual([expect.objectContaining({ label: 'The dog bites' })]);
  });

  test('a list that Enerflo gives leaves the records here alone', async () => {
    const locker = await database.pool.connect();
    try {
      await locker.query('BEGIN; LOCK TABLE record IN ACCESS EXCLUSIVE MODE');
      const waited = new Promise<null>((resolve) => setTimeout(resolve, 3_000, null).unref());
      for (const picks of ['status', 'user', 'office'] as const) {
        const found = await Promise.race([choices({ picks }), waited]);
        expect(found?.items.length).toBeGreaterThan(0);
      }
    } finally {
      await locker.query('ROLLBACK');
      locker.release();
    }
  });

  test('what is known here is offered although Enerflo cannot be asked', async () => {
    const away = await addEnerfloAccount(access(), { url: 'http://127.0.0.1:9', name: 'Away' });
    await addInstall(away, { customerId: '35', id: '67890' });
    const found = await findChoices(access(), { id: away, picks: 'install', q: 'elm st', value: 'id' });
    expect(found).toMatchObject({
      items: [{ value: '67890', label: 'Lynn Kasper', detail: '12 Elm St, Tucson, AZ · On Hold' }],
      failure: { text: 'Enerflo could not be reached.' },
    });
  });

  test('an account without a key says so beside what is known here', async () => {
    const without = await addEnerfloAccount(access(), { url: enerflo.url, key: null, name: 'Without key' });
    await addInstall(without, { customerId: '36', id: '67891' });
    const found = await findChoices(access(), { id: without, picks: 'install', value: 'id' });
    expect(found.items).toEqual([expect.objectContaining({ value: '67891', label: 'Lynn Kasper' })]);
    expect(found.failure?.text).toContain('no Enerflo API key');
  });
});

test('a change of the settings is written down, and begins without proofs of what changed', async () => {
  const account = await addEnerfloAccount(access(), { url: enerflo.url, name: 'Proven' });
  await noteProof(database.db, account, 'leadBody', { right: true, actionId: null });
  await noteProof(database.db, account, 'leadPhone', { right: false, actionId: newId() });
  const { settings, proofs } = await accountApi(access(), account);
  expect(proofs).toMatchObject({ leadBody: { right: true }, leadPhone: { right: false } });
  const after = { ...settings, leadPhone: 'phone' as const };
  await setAccountSettings({ ...access(), actor: ada }, { id: account, settings: after });
  const changed = await accountApi(access(), account);
  expect(changed.settings).toEqual(after);
  expect(changed.proofs).toEqual({ leadBody: proofs.leadBody });
  const written = await database.db.auditEntry.findMany({ where: { subjectId: account } });
  expect(written).toMatchObject([
    {
      action: 'connection.enerflo',
      actorName: 'Ada',
      before: { leadPhone: 'mobile' },
      after: { leadPhone: 'phone' },
    },
  ]);
});

test('another host gets no key that was given for the one before', async () => {
  const account = await addEnerfloAccount(access(), { url: enerflo.url, name: 'Moved' });
  const { settings } = await accountApi(access(), account);
  const path = { ...settings, baseUrl: `${enerflo.url}/behind` };
  await setAccountSettings({ ...access(), actor: ada }, { id: account, settings: path });
  expect((await accountApi(access(), account)).hasKey).toBe(true);
  const moved = { ...settings, baseUrl: 'https://elsewhere.example' };
  await setAccountSettings({ ...access(), actor: ada }, { id: account, settings: moved });
  expect(await accountApi(access(), account)).toMatchObject({ hasKey: false, settings: moved });
  await expect(openEnerfloAccount(access(), account)).rejects.toMatchObject({
    message: expect.stringContaining('no Enerflo API key'),
  });
  const written = await database.db.auditEntry.findMany({
    where: { subjectId: account },
    orderBy: { id: 'asc' },
  });
  expect(written.map(({ action }) => action)).toEqual([
    'connection.enerflo',
    'connection.enerflo',
    'connection.secret',
  ]);
  expect(written[2]).toMatchObject({ actorName: 'Ada', after: { kind: 'enerflo.api-key', set: false } });
});

/** An install with its homeowner, as webhooks would have left them. */
async function addInstall(
  connectionId: string,
  { customerId, id: externalId }: { customerId: string; id: string },
) {
  const customer = newId();
  const install = newId();
  const seen = new Date();
  const person = { firstName: 'Lynn', lastName: 'Kasper', street: '12 Elm St', city: 'Tucson', state: 'AZ' };
  await database.db.record.createMany({
    data: [
      { id: customer, connectionId, kind: 'enerflo.customer', externalId: customerId, fields: person },
      {
        id: install,
        connectionId,
        kind: 'enerflo.install',
        externalId,
        fields: { customerId, status: 'On Hold' },
      },
    ].map((record) => ({ ...record, marks: {}, firstSeenAt: seen, lastSeenAt: seen })),
  });
  await database.db.recordWord.createMany({
    data: [
      { recordId: customer, kind: 'address', value: '12 elm st', connectionId },
      { recordId: customer, kind: 'id:enerflo.customer', value: customerId, connectionId },
      { recordId: install, kind: 'id:enerflo.install', value: externalId, connectionId },
      { recordId: install, kind: 'id:enerflo.customer', value: customerId, connectionId },
    ],
  });
}
