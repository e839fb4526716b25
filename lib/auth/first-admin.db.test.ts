import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import { createFirstAdmin } from './create-first-admin.ts';
import { ensureFirstAdmin } from './ensure-first-admin.ts';
import { firstRunCode } from './first-run-code.ts';
import { signIn } from './sign-in.ts';
import { addPerson, requestFrom } from './testing/people.ts';

const box = openSecretBox('c'.repeat(64));
let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterEach(() => database.close());

const fromSettings = { ADMIN_EMAIL: 'Admin@Example.com', ADMIN_PASSWORD: 'correct horse battery' };

async function newCode(): Promise<string> {
  const code = await firstRunCode(database.db);
  if (!code) throw new Error('no code');
  return code;
}

function create(code: string, index = 0) {
  const input = {
    name: 'Ada Example',
    email: `ada${index}@example.com`,
    password: 'correct horse battery',
    code,
  };
  return createFirstAdmin(database, input, requestFrom(`203.0.113.${index}`));
}

test('of twenty people with the code at once, one becomes the admin', async () => {
  const code = await newCode();
  const settled = await Promise.allSettled(Array.from({ length: 20 }, (_, index) => create(code, index)));
  const reasons = settled.map((one) => (one.status === 'rejected' ? one.reason.code : 'made'));
  expect(reasons.filter((reason) => reason === 'made')).toHaveLength(1);
  expect(reasons.filter((reason) => reason === 'CONFLICT')).toHaveLength(19);
  const [admin, ...others] = await database.db.user.findMany();
  expect(others).toEqual([]);
  expect(admin?.role).toBe('admin');
  const audit = await database.db.auditEntry.findMany({ where: { action: 'user.create' } });
  expect(audit.map(({ subjectId, actorId }) => [subjectId, actorId])).toEqual([[admin?.id, admin?.id]]);
  const email = admin?.email ?? '';
  await expect(
    signIn({ ...database, box }, { email, password: 'correct horse battery' }, requestFrom('203.0.113.1')),
  ).resolves.toBeDefined();
});

test('the code is forgiving about how it is typed, and strict about what it is', async () => {
  const code = await newCode();
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  await expect(create('0000-0000-0000')).rejects.toMatchObject({
    code: 'INVALID',
    fields: [{ field: 'code' }],
  });
  expect(await database.db.user.count()).toBe(0);
  await create(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'));
  expect(await database.db.user.count()).toBe(1);
});

test('a new start makes the code before it useless; once there is a user there is none', async () => {
  const old = await newCode();
  const fresh = await newCode();
  await expect(create(old)).rejects.toMatchObject({ code: 'INVALID' });
  await create(fresh);
  expect(await firstRunCode(database.db)).toBeNull();
  expect(await database.db.setting.findUnique({ where: { key: 'firstRunCode' } })).toBeNull();
  await expect(create(fresh, 1)).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('the database cannot tell the code', async () => {
  const code = await newCode();
  const { value } = await database.db.setting.findUniqueOrThrow({ where: { key: 'firstRunCode' } });
  expect(JSON.stringify(value)).not.toContain(code.slice(0, 4));
});

test('after ten wrong codes even the right one waits', async () => {
  const code = await newCode();
  for (let index = 0; index < 10; index++) {
    await expect(create('0000-0000-0000')).rejects.toMatchObject({ code: 'INVALID' });
  }
  await expect(create(code)).rejects.toMatchObject({
    code: 'TOO_MANY',
    message: 'There were too many wrong codes from your network address. Try again in 15 minutes.',
  });
});

test('ADMIN_EMAIL and ADMIN_PASSWORD make the admin once, in however many processes', async () => {
  const made = await Promise.all(
    Array.from({ length: 5 }, () => ensureFirstAdmin(database.db, fromSettings)),
  );
  expect(made.filter(Boolean)).toHaveLength(1);
  const password = fromSettings.ADMIN_PASSWORD;
  const { user } = await signIn(
    { ...database, box },
    { email: 'admin@example.com', password },
    requestFrom('203.0.113.1'),
  );
  expect(user.role).toBe('admin');
  expect(await firstRunCode(database.db)).toBeNull();
});

test('they change nothing where somebody is already, and nothing without them', async () => {
  expect(await ensureFirstAdmin(database.db, {})).toBe(false);
  await addPerson(database.db, { email: 'ada@example.com' });
  expect(await ensureFirstAdmin(database.db, fromSettings)).toBe(false);
  expect(await database.db.user.count()).toBe(1);
});
