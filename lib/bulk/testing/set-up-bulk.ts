import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, inject } from 'vitest';
import { lookForDoubtful } from '#lib/actions/look-for-doubtful.ts';
import { type Actor, recordAudit } from '#lib/audit/audit.ts';
import { connectionSecretContext } from '#lib/connections/connection-secrets.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import { parseSettings } from '#lib/env.ts';
import { closeOutbound } from '#lib/http/outbound/outbound-request.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import {
  type EnerfloInput,
  type StandInEnerflo,
  sandboxApiKey,
  startEnerflo,
} from '../../../scripts/sandbox/enerflo/start-enerflo.ts';
import { bulkPart } from '../bulk-part.ts';
import { createBulkOfFile } from '../create-bulk.ts';
import { getBulk } from '../get-bulk.ts';
import { listRows } from '../list-rows.ts';
import { matchColumns } from '../match-columns.ts';
import { startBulk } from '../start-bulk.ts';

const secretKey = 'ab'.repeat(32);
const many = { requests: 10_000, seconds: 10 };

/** A database, a stand-in Enerflo with a high limit, and an account with its key, for a test file. */
export function setUpBulk(given: Partial<EnerfloInput> = {}) {
  const box = openSecretBox(secretKey);
  const actor: Actor = { kind: 'user', id: uuidv7(), name: 'Jane Smith', role: 'operator' };
  const connectionId = uuidv7();
  const workerId = uuidv7();
  let database: TestDatabase;
  let enerflo: StandInEnerflo;
  beforeAll(async () => {
    database = await createTestDatabase(inject('postgres'));
    enerflo = await startEnerflo({ port: 0, seed: 7, settings: { limit: many }, ...given });
    globalThis.heliographEnv = parseSettings({
      DATABASE_URL: database.url,
      SECRET_KEY: secretKey,
      LOG_LEVEL: 'silent',
      ENERFLO_BASE_URL: enerflo.url,
      OUTBOUND_ALLOW: '127.0.0.0/8',
    });
    await database.db.connection.create({
      data: { id: connectionId, source: 'enerflo', environment: 'production', name: 'Brightwater' },
    });
    await database.db.enerfloAccount.create({ data: { connectionId, settings: { limit: many } } });
    const kind = 'enerflo.api-key';
    const sealed = box.seal(sandboxApiKey, connectionSecretContext(connectionId, kind));
    await database.db.connectionSecret.create({ data: { connectionId, kind, sealed, setBy: 'test' } });
  });
  afterAll(async () => {
    await closeOutbound();
    await enerflo.close();
    await database.close();
  });
  const context = () => ({ db: database.db, actor, audit: recordAudit });
  const part = bulkPart([]);
  return {
    connectionId,
    context,
    get db() {
      return database.db;
    },
    get url() {
      return database.url;
    },
    get enerflo() {
      return enerflo;
    },
    /** A file of these lines, its columns as they were recognised. Gives the id of its bulk. */
    upload: (operation: string, lines: readonly string[], name = 'rows.csv') =>
      createBulkOfFile(
        context(),
        { connectionId, operation, name, timeZone: 'America/Denver' },
        Buffer.from(lines.join('\n')),
      ),
    /** Confirms the columns, with what is given besides. */
    match: async (id: string, fills: Parameters<typeof matchColumns>[1]['fills'] = {}) => {
      const { columns } = await getBulk(database.db, id, { personal: true });
      await matchColumns(context(), { id, ...columns, fills: { ...columns.fills, ...fills } });
    },
    start: (id: string, agreed: string[] = []) => startBulk(context(), { id, agreed }),
    get: (id: string) => getBulk(database.db, id, { personal: true }),
    rows: async (id: string) =>
      (await listRows(database.db, { id, limit: 10_000 }, { personal: true })).items,
    /** One look of a worker for bulks to check or run. */
    work: (signal = new AbortController().signal) =>
      part.run({ db: database.db, pool: database.pool, box, workerId, signal }),
    /** Looks for what is in doubt, then again once what is not there by then did not arrive. */
    lookLater: async () => {
      const { db, pool } = database;
      const state = 'unknown';
      for (const startedAt of [undefined, new Date(Date.now() - 100_000)]) {
        await db.action.updateMany({ where: { state }, data: { dueAt: new Date() } });
        await db.actionAttempt.updateMany({ where: { purpose: 'write', state }, data: { startedAt } });
        await lookForDoubtful({ db, pool, box, signal: new AbortController().signal });
      }
    },
  };
}
