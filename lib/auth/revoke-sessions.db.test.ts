import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { listSessions, sessionsOf } from './list-sessions.ts';
import { revokeOtherSessions, revokeSession } from './revoke-sessions.ts';
import type { Role } from './roles.ts';
import { sessionFromToken, startSession } from './sessions.ts';
import { addPerson, requestFrom } from './testing/people.ts';

let database: TestDatabase;
let people = 0;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

const person = (role: Role = 'operator') =>
  addPerson(database.db, { email: `person${people++}@example.com`, role });

async function browser(
  user: Awaited<ReturnType<typeof person>>,
  userAgent = 'Mozilla/5.0 (X11; Linux) Firefox/143.0',
) {
  const { db } = database;
  const source = { ...requestFrom('203.0.113.7'), userAgent };
  const token = await db.$transaction((tx) => startSession(tx, user, source));
  const open = () => sessionFromToken(db, token);
  return { id: (await open())?.id ?? '', open };
}

test('a person sees the own sessions in words, with the one that asks marked, and ends one or all others', async () => {
  const { db } = database;
  const ada = await person();
  const [here, phone, old] = [await browser(ada), await browser(ada, 'curl/8'), await browser(ada)];
  await browser(await person());
  const seen = await sessionsOf(db, ada.id, here.id);
  expect(seen.map(({ id, current }) => [id, current]).toSorted()).toEqual(
    [
      [here.id, true],
      [phone.id, false],
      [old.id, false],
    ].toSorted(),
  );
  expect(seen.find(({ id }) => id === phone.id)).toMatchObject({
    browser: 'A program',
    address: '203.0.113.7',
  });
  expect(seen.find(({ id }) => id === here.id)).toMatchObject({ browser: 'Firefox on Linux' });

  const by = { actor: ada, requestId: 'end-1', address: '198.51.100.4' };
  await revokeSession(db, phone.id, by);
  expect(await phone.open()).toBeNull();
  await expect(revokeSession(db, phone.id, by)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await revokeOtherSessions(db, here.id, by)).toBe(1);
  expect(await old.open()).toBeNull();
  expect(await here.open()).not.toBeNull();
  const entries = await db.auditEntry.findMany({ where: { requestId: 'end-1' }, orderBy: { id: 'asc' } });
  expect(
    entries.map(({ action, subjectId, before, address }) => ({ action, subjectId, before, address })),
  ).toEqual([
    {
      action: 'session.revoke',
      subjectId: phone.id,
      before: { person: ada.name, browser: 'A program', address: '203.0.113.7' },
      address: '198.51.100.4',
    },
    expect.objectContaining({ subjectId: old.id }),
  ]);
});

test('nobody but an admin ends somebody else’s session', async () => {
  const { db } = database;
  const [editor, admin] = [await person('editor'), await person('admin')];
  const session = await browser(await person('viewer'));
  await expect(revokeSession(db, session.id, { actor: editor })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await session.open()).not.toBeNull();
  await revokeSession(db, session.id, { actor: admin });
  expect(await session.open()).toBeNull();
});

test('the list of everybody has only what is open, page by page, or one person’s', async () => {
  const { db } = database;
  const ada = await person();
  const [open, expired] = [await browser(ada), await browser(ada)];
  await database.pool.query('UPDATE session SET expires_at = now() WHERE id = $1', [expired.id]);
  const gone = await person();
  const deactivated = await browser(gone);
  await db.user.update({ where: { id: gone.id }, data: { deactivatedAt: new Date() } });
  const ids: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSessions(db, { limit: 2, cursor }, open.id);
    ids.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(ids).toEqual([...new Set(ids)].toSorted().toReversed());
  expect(ids).toContain(open.id);
  expect(ids).not.toContain(expired.id);
  expect(ids).not.toContain(deactivated.id);
  expect((await listSessions(db, { limit: 50, person: ada.id }, null)).items.map(({ id }) => id)).toEqual([
    open.id,
  ]);
});
