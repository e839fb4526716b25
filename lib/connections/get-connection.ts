import { type EventType, type Source, sources } from '#lib/catalog/event-type.ts';
import { eventTypeNamed, eventTypesOf } from '#lib/catalog/registry.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import { databaseNow } from '#lib/db/database-clock.ts';
import type { HeardType } from '#lib/db/generated/client.ts';
import { publicUrl } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { credentialKinds, secretKinds, secretKindsOf } from './connection-kinds.schema.ts';
import type { ConnectionDetail, HeardItem } from './connections.contract.ts';
import { publicUrlWarnings } from './public-url-warnings.ts';
import { senderAddressOf } from './sender-address-of.ts';

/**
 * One account as a screen shows it: addresses, which credentials are valid, what it sent when. No secret is in it, nor
 * a part of one. Throws NOT_FOUND.
 */
export async function getConnection(db: Db | Tx, id: string): Promise<ConnectionDetail> {
  const row = await db.connection.findUnique({
    where: { id },
    include: {
      endpoints: {
        where: { disabledAt: null },
        orderBy: { id: 'asc' },
        include: { credentials: { orderBy: { id: 'desc' } } },
      },
      secrets: { select: { kind: true, setAt: true, setBy: true } },
    },
  });
  const source = sources.find((each) => each === row?.source);
  if (!row || !source) throw new AppError('NOT_FOUND', 'There is no account with this id.');
  const heard = await db.heardType.findMany({ where: { connectionId: id } });
  const now = databaseNow();
  const last = heard.map(({ lastAt }) => lastAt.getTime());
  return {
    id,
    source,
    environment: row.environment === 'sandbox' ? 'sandbox' : 'production',
    name: row.name,
    createdAt: row.createdAt.toISOString(),
    disabledAt: row.disabledAt?.toISOString() ?? null,
    lastHeardAt: last.length > 0 ? new Date(Math.max(...last)).toISOString() : null,
    addresses: row.endpoints.map(({ id, username, headerName, allowList, createdAt, credentials }) => ({
      id,
      url: senderAddressOf(source),
      username,
      headerName,
      allowList,
      createdAt: createdAt.toISOString(),
      credentials: credentials.flatMap(({ id, kind: written, createdAt, validUntil }) => {
        const kind = credentialKinds.find((each) => each === written);
        if (!kind || (validUntil !== null && validUntil.getTime() <= now)) return [];
        return [
          {
            id,
            kind,
            createdAt: createdAt.toISOString(),
            validUntil: validUntil?.toISOString() ?? null,
          },
        ];
      }),
    })),
    secrets: secretKindsOf(source).map((kind) => {
      const set = row.secrets.find((each) => each.kind === kind);
      const { label } = secretKinds[kind];
      return { kind, label, setAt: set?.setAt.toISOString() ?? null, setBy: set?.setBy ?? null };
    }),
    heard: heardOf(source, heard),
    publicUrl: publicUrl(),
    publicUrlWarnings: publicUrlWarnings(publicUrl()),
  };
}

/** The types of the source in the order of the catalog, then what else was heard. */
function heardOf(source: Source, heard: readonly HeardType[]): HeardItem[] {
  const known = eventTypesOf(source);
  const others = heard.filter(({ type }) => !known.some((entry) => entry.name === type));
  return [
    ...known.map((entry) => heardItem(entry.name, entry, heard)),
    ...others.map(({ type }) => heardItem(type, eventTypeNamed(type), heard)),
  ];
}

function heardItem(type: string, entry: EventType | null, heard: readonly HeardType[]): HeardItem {
  const row = heard.find((each) => each.type === type);
  return {
    type,
    label: entry?.label ?? type,
    guideStage: entry?.guideStage ?? null,
    deprecated: entry?.deprecated !== undefined,
    hasSample: (entry?.samples.length ?? 0) > 0,
    lastAt: row?.lastAt.toISOString() ?? null,
    lastEventId: row?.lastEventId ?? null,
  };
}
