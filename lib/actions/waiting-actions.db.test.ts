import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { waitingActions } from './waiting-actions.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

test('an action waits once it is in doubt and nobody looks for it by himself any more, in production', async () => {
  const { db } = database;
  const account = async (environment: string) => {
    const id = uuidv7();
    await db.connection.create({ data: { id, source: 'enerflo', environment, name: environment } });
    return id;
  };
  const action = (connectionId: string, state: string, dueAt: Date | null) =>
    db.action.create({
      data: {
        id: uuidv7(),
        connectionId,
        operation: 'enerflo.note.add',
        idempotencyKey: uuidv7(),
        state,
        actorKind: 'user',
        actorName: 'Jane Smith',
        input: {},
        recordKeys: [],
        dueAt,
      },
    });
  const production = await account('production');
  await action(production, 'unknown', new Date());
  await action(production, 'done', null);
  await action(await account('sandbox'), 'unknown', null);
  expect(await waitingActions(db)).toBe(0);
  await action(production, 'unknown', null);
  expect(await waitingActions(db)).toBe(1);
});
