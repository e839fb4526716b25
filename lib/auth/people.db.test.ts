import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest';
import { systemActor } from '#lib/audit/audit.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import type { UserActor } from './actor-of-user.ts';
import { changePerson } from './change-person.ts';
import { deactivatePerson } from './deactivate-person.ts';
import { invitePerson } from './invite-person.ts';
import { listPeople } from './list-people.ts';
import { makePasswordLink } from './make-password-link.ts';
import { reactivatePerson } from './reactivate-person.ts';
import { sessionFromToken } from './sessions.ts';
import { accountOf, addPerson } from './testing/people.ts';

const box = openSecretBox('c'.repeat(64));
let database: TestDatabase;
let ada: UserActor;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
  globalThis.heliographEnv = parseSettings({ PUBLIC_URL: 'https://heliograph.example.com' });
});
beforeEach(async () => {
  await database.pool.query('TRUNCATE rate_limit, "user" CASCADE');
  ada = await addPerson(database.db, { email: 'ada@example.com', role: 'admin' });
});
afterAll(() => database.close());

const by = () => ({ actor: ada, requestId: 'request-1', address: '203.0.113.7' });
const invite = (email = 'ben@example.com') =>
  invitePerson(database.db, { name: 'Ben Sample', email, role: 'editor' }, by());
const person = async (email: string) =>
  (await listPeople(database.db, ada.id)).find((each) => each.email === email);
const auditOf = (subjectId: string) =>
  database.db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });

test('an invited person is in the list until they choose a password, and can be invited once', async () => {
  const { id, link } = await invite();
  expect(link.url).toMatch(/^https:\/\/heliograph\.example\.com\/choose-password#token=[\w-]{43}$/);
  expect((link.expiresAt.getTime() - Date.now()) / 3_600_000).toBeCloseTo(7 * 24, 1);
  expect(await person('ben@example.com')).toMatchObject({
    name: 'Ben Sample',
    role: 'editor',
    state: 'invited',
    secondFactor: false,
    lastSeenAt: null,
    link: { purpose: 'invite', open: true },
    you: false,
  });
  await expect(invite()).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('Ben Sample, who has an account already'),
    fields: [{ field: 'email' }],
  });
  await deactivatePerson(database.db, id, by());
  await expect(invite()).rejects.toMatchObject({ message: expect.stringContaining('who is deactivated') });
});

test('of ten invitations of one address at once, one is made', async () => {
  const settled = await Promise.allSettled(Array.from({ length: 10 }, () => invite()));
  expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of settled) {
    if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'CONFLICT' });
  }
});

test('the secret of a link is nowhere but in its address: not in the table, not in the audit log', async () => {
  const { id, link } = await invite();
  const token = new URL(link.url).hash.replace('#token=', '');
  const rows = await database.db.oneTimeLink.findMany();
  expect(rows).toHaveLength(1);
  for (const { tokenHash } of rows) expect(Buffer.from(tokenHash).toString('base64url')).not.toBe(token);
  const audit = await auditOf(id);
  expect(audit.map(({ action, actorId, after }) => [action, actorId, after])).toEqual([
    ['user.create', ada.id, { name: 'Ben Sample', email: 'ben@example.com', role: 'editor' }],
    ['user.invite', ada.id, { purpose: 'invite', expiresAt: link.expiresAt.toISOString() }],
  ]);
  expect(JSON.stringify(audit)).not.toContain(token);
});

test('a new link ends the one before; for somebody who has a password it is a reset of a day', async () => {
  const { id } = await invite();
  await makePasswordLink(database.db, id, by());
  const open = await database.db.oneTimeLink.count({ where: { userId: id, expiresAt: { gt: new Date() } } });
  expect(open).toBe(1);
  const cem = await addPerson(database.db, { email: 'cem@example.com' });
  const { purpose, expiresAt } = await makePasswordLink(database.db, cem.id, by());
  expect(purpose).toBe('reset');
  expect((expiresAt.getTime() - Date.now()) / 3_600_000).toBeCloseTo(24, 1);
});

test('a changed name and role count at once and are in the audit log with what was before', async () => {
  const cem = await addPerson(database.db, { email: 'cem@example.com', role: 'viewer' });
  const { sessionToken } = await accountOf(database, box, cem);
  await changePerson(database.db, cem.id, { name: 'Cem Sample', role: 'operator' }, by());
  expect((await sessionFromToken(database.db, sessionToken))?.user).toMatchObject({ role: 'operator' });
  await changePerson(database.db, cem.id, { role: 'operator' }, by());
  const [entry, ...more] = await auditOf(cem.id);
  expect(more).toEqual([]);
  expect(entry).toMatchObject({
    action: 'user.change',
    before: { name: 'Ada Example', role: 'viewer' },
    after: { name: 'Cem Sample', role: 'operator' },
    requestId: 'request-1',
    address: '203.0.113.7',
  });
});

test('deactivating ends sessions and links in the same moment; reactivating opens neither again', async () => {
  const cem = await addPerson(database.db, { email: 'cem@example.com' });
  const { sessionToken } = await accountOf(database, box, cem);
  await makePasswordLink(database.db, cem.id, by());
  await deactivatePerson(database.db, cem.id, by());
  expect(await sessionFromToken(database.db, sessionToken)).toBeNull();
  expect(await person('cem@example.com')).toMatchObject({ state: 'deactivated', link: { open: false } });
  await expect(deactivatePerson(database.db, cem.id, by())).rejects.toMatchObject({ code: 'CONFLICT' });
  await expect(makePasswordLink(database.db, cem.id, by())).rejects.toMatchObject({ code: 'CONFLICT' });

  await reactivatePerson(database.db, cem.id, by());
  expect(await sessionFromToken(database.db, sessionToken)).toBeNull();
  expect(await person('cem@example.com')).toMatchObject({ state: 'active', link: { open: false } });
  await expect(reactivatePerson(database.db, cem.id, by())).rejects.toMatchObject({ code: 'CONFLICT' });
  expect((await auditOf(cem.id)).map(({ action, after }) => [action, after])).toEqual([
    ['user.invite', expect.anything()],
    ['user.deactivate', { state: 'deactivated', sessionsEnded: 1 }],
    ['user.reactivate', { state: 'active' }],
  ]);
});

test('the last admin keeps role and account; somebody who was only invited does not count', async () => {
  const lastAdmin = { code: 'CONFLICT', message: expect.stringContaining('the only admin who can sign in') };
  const refused = async () => {
    await expect(changePerson(database.db, ada.id, { role: 'editor' }, by())).rejects.toMatchObject(
      lastAdmin,
    );
    await expect(deactivatePerson(database.db, ada.id, by())).rejects.toMatchObject(lastAdmin);
  };
  await refused();
  await addPerson(database.db, { email: 'invited@example.com', role: 'admin', password: null });
  await refused();
  const gone = await addPerson(database.db, { email: 'gone@example.com', role: 'admin' });
  await deactivatePerson(database.db, gone.id, by());
  await refused();
  await changePerson(database.db, ada.id, { name: 'Ada the Only', role: 'admin' }, by());
  await addPerson(database.db, { email: 'second@example.com', role: 'admin' });
  await changePerson(database.db, ada.id, { role: 'editor' }, by());
  expect(await person('ada@example.com')).toMatchObject({ role: 'editor' });
});

test('two admins who demote or deactivate each other at the same moment: one stays, always', async () => {
  for (let round = 0; round < 10; round++) {
    await database.pool.query('TRUNCATE "user" CASCADE');
    const one = await addPerson(database.db, { email: 'one@example.com', role: 'admin' });
    const other = await addPerson(database.db, { email: 'other@example.com', role: 'admin' });
    const settled = await Promise.allSettled([
      changePerson(database.db, other.id, { role: 'viewer' }, { actor: one }),
      deactivatePerson(database.db, one.id, { actor: other }),
    ]);
    expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const admins = await database.db.user.count({ where: { role: 'admin', deactivatedAt: null } });
    expect(admins).toBe(1);
  }
});

test('an unknown person is told so', async () => {
  const nobody = '01890000-0000-7000-8000-000000000000';
  const missing = { code: 'NOT_FOUND' };
  await expect(changePerson(database.db, nobody, { role: 'viewer' }, by())).rejects.toMatchObject(missing);
  await expect(makePasswordLink(database.db, 'nonsense', by())).rejects.toMatchObject(missing);
});

test('what the command line does is the system’s doing, under the name cli', async () => {
  const { id } = await invitePerson(
    database.db,
    { name: 'Dee', email: 'dee@example.com', role: 'viewer' },
    { actor: systemActor('cli') },
  );
  expect((await auditOf(id))[0]).toMatchObject({ actorKind: 'system', actorName: 'cli' });
});
