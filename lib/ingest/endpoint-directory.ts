import type { Source } from '#lib/catalog/event-type.ts';
import type { Db } from '#lib/db/database.ts';
import { inTime } from './in-time.ts';

export type KnownCredential = { kind: string; mac: Uint8Array; validUntil: number | null };
export type KnownEndpoint = {
  id: string;
  connectionId: string;
  source: Source;
  kind: string;
  username: string | null;
  headerName: string | null;
  pastHeaders: readonly string[];
  allowList: string[];
  credentials: KnownCredential[];
};

type Snapshot = { byKey: Map<string, KnownEndpoint>; byUsername: Map<string, KnownEndpoint>; readAt: number };

export type EndpointDirectory = {
  /** The endpoint whose address holds the key with this keyed hash. */
  byKey: (mac: Uint8Array) => Promise<KnownEndpoint | null>;
  byUsername: (username: string) => Promise<KnownEndpoint | null>;
  /** Looks at the database now, so that what was just changed counts from here on. */
  lookAgain: () => Promise<void>;
};

const freshFor = 2_000;
const missRefresh = 250;
/** A look that takes longer, in milliseconds, is given up: the next one may find another way to the database. */
const patience = 3_000;

/**
 * The endpoints and their credentials, held in memory for two seconds: a rotation or a switch-off counts at the
 * latest then. A stranger to it makes it look again at once (at most four times a second), so a new address works
 * immediately. While the database is away, what was known stays known.
 */
export function createEndpointDirectory(db: Db): EndpointDirectory {
  let snapshot: Snapshot | null = null;
  let reading: Promise<Snapshot> | null = null;

  function read(): Promise<Snapshot> {
    reading ??= inTime(load(db), patience)
      .then((read) => {
        snapshot = read;
        return read;
      })
      .finally(() => {
        reading = null;
      });
    return reading;
  }

  async function find(look: (from: Snapshot) => KnownEndpoint | undefined): Promise<KnownEndpoint | null> {
    if (!snapshot) return look(await read()) ?? null;
    const age = performance.now() - snapshot.readAt;
    const found = look(snapshot);
    if (found && age < freshFor) return found;
    if (!found && age < missRefresh) return null;
    try {
      return look(await read()) ?? null;
    } catch (error) {
      if (found) return found;
      throw error;
    }
  }

  return {
    byKey: (mac) => find((from) => from.byKey.get(Buffer.from(mac).toString('hex'))),
    byUsername: (username) => find((from) => from.byUsername.get(username)),
    lookAgain: async () => {
      // A look under way may have begun before the change.
      await reading?.catch(() => undefined);
      await read();
    },
  };
}

async function load(db: Db): Promise<Snapshot> {
  const readAt = performance.now();
  const rows = await db.endpoint.findMany({
    where: { disabledAt: null, connection: { disabledAt: null } },
    include: { credentials: true, connection: { select: { source: true } } },
  });
  const snapshot: Snapshot = { byKey: new Map(), byUsername: new Map(), readAt };
  for (const row of rows) {
    const source = row.connection.source;
    if (source !== 'enerflo' && source !== 'sunnova' && source !== 'crm') continue;
    const credentials = row.credentials.map(({ kind, mac, validUntil }) => ({
      kind,
      mac,
      validUntil: validUntil?.getTime() ?? null,
    }));
    const endpoint: KnownEndpoint = { ...row, source, credentials };
    if (endpoint.username !== null) snapshot.byUsername.set(endpoint.username, endpoint);
    for (const credential of credentials) {
      if (credential.kind === 'key')
        snapshot.byKey.set(Buffer.from(credential.mac).toString('hex'), endpoint);
    }
  }
  return snapshot;
}
