import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { savePreferences } from '#lib/auth/preferences.ts';
import { addPerson } from '#lib/auth/testing/people.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { openingView } from './opening-view.ts';
import { changeView, createView } from './save-view.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

test('a list opens with the view that its reader chose, as long as he sees it', async () => {
  const { db } = database;
  const ada = await addPerson(db, { email: 'ada@example.com' });
  const ben = await addPerson(db, { email: 'ben@example.com' });
  const { id } = await createView(
    { db, actor: ada },
    { list: 'events', name: 'Failed', query: 'outcome=failed', shared: true, counted: false },
  );
  expect(await openingView(db, 'events', ben)).toBeNull();
  await savePreferences({ db, actor: ben }, { defaultViews: { events: id } });
  expect(await openingView(db, 'events', ben)).toMatchObject({ id, query: 'outcome=failed' });
  expect(await openingView(db, 'cancellations', ben)).toBeNull();
  await changeView({ db, actor: ada }, { id, shared: false });
  expect(await openingView(db, 'events', ben)).toBeNull();
});
