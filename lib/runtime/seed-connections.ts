import { uuidv7 } from 'uuidv7';
import type { Source } from '#lib/catalog/event-type.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import type { Env } from '#lib/env.ts';
import { credentialPurpose } from '#lib/ingest/authenticate.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';

type Seed = {
  source: Source;
  name: string;
  kind: 'key' | 'password';
  username: string | null;
  secret: string | undefined;
};

const day = 24 * 60 * 60 * 1000;

/**
 * Makes the first account of each source, with the credentials that the settings give. A credential that changed is
 * added; the one before stays valid for a day, so that the sender can be told in peace. Safe in ten processes at once.
 */
export async function seedConnections(db: Db, env: Env, box: SecretBox): Promise<void> {
  const seeds: Seed[] = [
    { source: 'enerflo', name: 'Enerflo', kind: 'key', username: null, secret: env.ENERFLO_WEBHOOK_KEY },
    {
      source: 'sunnova',
      name: 'Sunnova',
      kind: 'password',
      username: env.SUNNOVA_WEBHOOK_USER ?? null,
      secret: env.SUNNOVA_WEBHOOK_PASSWORD,
    },
    { source: 'crm', name: 'CRM', kind: 'key', username: null, secret: env.CRM_WEBHOOK_KEY },
  ];
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(7143704)`;
    for (const seed of seeds) await seedConnection(tx, seed, box);
  });
}

async function seedConnection(tx: Tx, seed: Seed, box: SecretBox): Promise<void> {
  const first = await tx.connection.findFirst({
    where: { source: seed.source, environment: 'production' },
    orderBy: { id: 'asc' },
    include: { endpoints: { orderBy: { id: 'asc' }, include: { credentials: true } } },
  });
  const connectionId = first?.id ?? uuidv7();
  if (!first) {
    await tx.connection.create({
      data: { id: connectionId, source: seed.source, environment: 'production', name: seed.name },
    });
  }
  if (!seed.secret) return;
  const endpoint = first?.endpoints[0];
  const endpointId = endpoint?.id ?? uuidv7();
  if (!endpoint) {
    await tx.endpoint.create({
      data: { id: endpointId, connectionId, kind: seed.source, username: seed.username },
    });
  } else if (endpoint.username !== seed.username) {
    await tx.endpoint.update({ where: { id: endpointId }, data: { username: seed.username } });
  }
  const mac = box.mac(credentialPurpose, seed.secret);
  if (
    endpoint?.credentials.some(
      (credential) => box.same(credential.mac, mac) && credential.validUntil === null,
    )
  )
    return;
  await tx.endpointCredential.updateMany({
    where: { endpointId, kind: seed.kind, validUntil: null },
    data: { validUntil: new Date(Date.now() + day) },
  });
  await tx.endpointCredential.create({ data: { id: uuidv7(), endpointId, kind: seed.kind, mac } });
}
