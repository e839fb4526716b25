import { uuidv7 } from 'uuidv7';
import type { Actor } from '#lib/audit/audit.ts';
import type { Role } from '#lib/auth/roles.ts';
import { connectionSecretContext } from '#lib/connections/connection-secrets.ts';
import { createTestDatabase, type TestDatabase } from '#lib/db/testing/test-database.ts';
import type { EnerfloSettings } from '#lib/enerflo/enerflo-settings.schema.ts';
import { parseSettings } from '#lib/env.ts';
import { openSecretBox } from '#lib/settings/secret-box.ts';
import {
  type EnerfloInput,
  type StandInEnerflo,
  sandboxApiKey,
  startEnerflo,
} from '../../../scripts/sandbox/enerflo/start-enerflo.ts';
import type { ActionContext } from '../action-context.ts';

export const testSecretKey = 'ab'.repeat(32);

export type EnerfloSetup = {
  database: TestDatabase;
  enerflo: StandInEnerflo;
  connectionId: string;
  /** Somebody who acts, an operator unless told. */
  person: (name: string, role?: Role) => Actor;
  as: (actor: Actor) => ActionContext;
  close: () => Promise<void>;
};

/** A database with one Enerflo account, whose key opens a stand-in Enerflo; requests time out after a second. */
export async function setUpEnerflo(
  serverUrl: string,
  {
    settings = {},
    standIn = {},
  }: { settings?: Partial<EnerfloSettings>; standIn?: Partial<EnerfloInput> } = {},
): Promise<EnerfloSetup> {
  const database = await createTestDatabase(serverUrl);
  const { db, pool } = database;
  const enerflo = await startEnerflo({ port: 0, seed: 7, ...standIn });
  allowStandIn(database.url, enerflo);
  const box = openSecretBox(testSecretKey);
  const connectionId = uuidv7();
  await db.connection.create({
    data: {
      id: connectionId,
      source: 'enerflo',
      environment: 'sandbox',
      name: 'Sunny Homes',
      secrets: {
        create: {
          kind: 'enerflo.api-key',
          sealed: box.seal(sandboxApiKey, connectionSecretContext(connectionId, 'enerflo.api-key')),
          setBy: 'Ada',
        },
      },
      enerflo: { create: { settings } },
    },
  });
  return {
    database,
    enerflo,
    connectionId,
    person: (name, role = 'operator') => ({ kind: 'user', id: uuidv7(), name, role }),
    as: (actor) => ({ db, pool, box, actor, timeoutMs: 1_000 }),
    close: async () => {
      await enerflo.close();
      await database.close();
    },
  };
}

/** Has this process find the stand-in where it would find Enerflo. */
export function allowStandIn(databaseUrl: string, { url, port }: { url: string; port: number }): void {
  globalThis.heliographEnv = parseSettings({
    DATABASE_URL: databaseUrl,
    SECRET_KEY: testSecretKey,
    LOG_LEVEL: 'silent',
    ENERFLO_BASE_URL: url,
    OUTBOUND_ALLOW: `127.0.0.1:${port}`,
  });
}
