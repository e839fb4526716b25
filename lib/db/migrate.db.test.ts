import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from './testing/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase(inject('postgres'));
});
afterAll(() => database.close());

test('the audit log refuses to be changed or emptied', async () => {
  await database.db.auditEntry.create({
    data: {
      id: '01890000-0000-7000-8000-000000000001',
      actorKind: 'system',
      actorName: 'test',
      action: 'try',
      subjectKind: 'none',
    },
  });
  await expect(database.pool.query("UPDATE audit_entry SET action = 'other'")).rejects.toThrow('append-only');
  await expect(database.pool.query('DELETE FROM audit_entry')).rejects.toThrow('append-only');
  await expect(database.pool.query('TRUNCATE audit_entry')).rejects.toThrow('append-only');
});
