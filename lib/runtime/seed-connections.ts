import { uuidv7 } from 'uuidv7';
import type { Source } from '#lib/catalog/event-type.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import type { Endpoint } from '#lib/db/generated/client.ts';
import type { Env } from '#lib/env.ts';
import { credentialPurpose } from '#lib/ingest/authenticate.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import { readSetting, writeSetting } from '#lib/settings/settings.ts';

type Seed = {
  source: Source;
  name: string;
  kind: 'key' | 'password';
  username: string | null;
  secret: string | undefined;
};

/** What the settings gave the last time: `mac` in hexadecimal digits, null where they gave no credential. */
type Seeded = { mac: string | null; username: string | null };

/**
 * Makes the first account of each source, with the credentials that the settings give. A credential that changed there
 * is added; the one before stays valid for a day, with its user name, so that the sender can be told in peace. One that
 * did not change is left alone: what people made, rotated or ended since then stands. Safe in ten processes at once.
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
    const before = (await readSetting(tx, 'seededCredentials')) ?? {};
    const after: Record<string, Seeded> = {};
    for (const seed of seeds) after[seed.source] = await seedConnection(tx, seed, box, before[seed.source]);
    await writeSetting(tx, 'seededCredentials', after);
  });
}

/** `seeded`: what the settings gave the last time; undefined at the first. Gives what they give now. */
async function seedConnection(
  tx: Tx,
  seed: Seed,
  box: SecretBox,
  seeded: Seeded | undefined,
): Promise<Seeded> {
  const first = await tx.connection.findFirst({
    where: { source: seed.source, environment: 'production' },
    orderBy: { id: 'asc' },
    include: { endpoints: { orderBy: { id: 'asc' } } },
  });
  const connectionId = first?.id ?? uuidv7();
  if (!first) {
    await tx.connection.create({
      data: { id: connectionId, source: seed.source, environment: 'production', name: seed.name },
    });
  }
  if (!seed.secret) return seeded ?? { mac: null, username: null };
  const mac = box.mac(credentialPurpose, seed.secret);
  const given: Seeded = { mac: Buffer.from(mac).toString('hex'), username: seed.username };
  if (seeded?.mac === given.mac && seeded.username === given.username) return given;
  const endpoint = first?.endpoints[0];
  const endpointId = endpoint?.id ?? uuidv7();
  if (!endpoint) {
    await tx.endpoint.create({
      data: { id: endpointId, connectionId, kind: seed.source, username: seed.username },
    });
  } else if (seed.username !== null && endpoint.username !== seed.username) {
    await rename(tx, endpoint, seed.username);
  }
  const valid = await tx.endpointCredential.findMany({ where: { endpointId, validUntil: null } });
  if (valid.some((credential) => box.same(credential.mac, mac))) return given;
  await endInADay(tx, { endpointId, kind: seed.kind, seeded });
  await tx.endpointCredential.create({ data: { id: uuidv7(), endpointId, kind: seed.kind, mac } });
  return given;
}

/** The credential that the settings gave before; where that is not known, every one without an end. */
async function endInADay(
  tx: Tx,
  { endpointId, kind, seeded }: { endpointId: string; kind: string; seeded: Seeded | undefined },
): Promise<void> {
  if (seeded && seeded.mac === null) return;
  const mac = seeded?.mac ?? null;
  await tx.$executeRaw`
    UPDATE endpoint_credential SET valid_until = now() + interval '1 day'
    WHERE endpoint_id = ${endpointId}::uuid AND kind = ${kind} AND valid_until IS NULL
      AND (${mac}::text IS NULL OR encode(mac, 'hex') = ${mac}::text)`;
}

/**
 * Gives the first address another user name. The name before goes with its passwords to an address beside it, and ends
 * there after a day; if that address had the new name (it was changed back), the two swap.
 */
async function rename(tx: Tx, endpoint: Endpoint, username: string): Promise<void> {
  const { id, connectionId, kind, headerName, allowList } = endpoint;
  if (endpoint.username !== null) {
    const beside = await tx.endpoint.findFirst({ where: { connectionId, username } });
    const besideId = beside?.id ?? uuidv7();
    if (!beside)
      await tx.endpoint.create({ data: { id: besideId, connectionId, kind, headerName, allowList } });
    await tx.endpoint.updateMany({ where: { id: { in: [id, besideId] } }, data: { username: null } });
    await tx.$executeRaw`
      UPDATE endpoint_credential
      SET endpoint_id = CASE WHEN endpoint_id = ${id}::uuid THEN ${besideId}::uuid ELSE ${id}::uuid END,
          valid_until = least(valid_until, now() + interval '1 day')
      WHERE endpoint_id IN (${id}::uuid, ${besideId}::uuid)`;
    await tx.endpoint.update({ where: { id: besideId }, data: { username: endpoint.username } });
  }
  await tx.endpoint.update({ where: { id }, data: { username } });
}
