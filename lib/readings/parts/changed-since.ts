import type { Fetched } from '#lib/catalog/fetched.ts';
import type { Db } from '#lib/db/database.ts';
import type { JsonObject } from '#lib/json.ts';
import { sameValue } from '#lib/records/same-value.ts';

/** A row of a list with the main thing that it tells. */
export type TellingRow = { row: JsonObject; main: Fetched };

/** Whether a thing that is not known here, and tells no time of its state, is from after then. */
type IsNew = (main: Fetched, since: Date) => boolean;

/**
 * The rows that changed since then. Enerflo's own filters are not trusted: what it says of a row decides. A row with a
 * time of its state is judged by that; one without by whether it says anything else than the record, and a thing
 * that is not known here by `isNew`: where none is given by when it was made, and one that does not tell counts. With
 * `compare` so is a row of a known thing whose time is older: of a list that tells as much as records hold, what was
 * not told at its time is found later.
 */
export async function changedSince(
  db: Db,
  connectionId: string,
  since: Date,
  rows: readonly TellingRow[],
  { compare = false, isNew = madeSince }: { compare?: boolean; isNew?: IsNew } = {},
): Promise<TellingRow[]> {
  const asked = rows.filter(({ main }) => compare || main.clock === null);
  const records = await knownFields(db, connectionId, asked);
  return rows.filter(({ main }) => {
    if (main.clock !== null && new Date(main.clock) >= since) return true;
    const known = records.get(main.id);
    if (known)
      return Object.entries(main.fields).some(([key, value]) => !sameValue(known[key] ?? null, value));
    return main.clock === null && isNew(main, since);
  });
}

function madeSince({ fields: { createdAt } }: Fetched, since: Date): boolean {
  return typeof createdAt !== 'string' || new Date(createdAt) >= since;
}

async function knownFields(
  db: Db,
  connectionId: string,
  rows: readonly TellingRow[],
): Promise<Map<string, JsonObject>> {
  const [first] = rows;
  if (!first) return new Map();
  const { kind } = first.main;
  const records = await db.$queryRaw<{ externalId: string; fields: JsonObject }[]>`
    SELECT external_id AS "externalId", fields FROM record
    WHERE connection_id = ${connectionId}::uuid AND kind = ${kind}
      AND external_id = ANY (${rows.map(({ main }) => main.id)}::text[])`;
  return new Map(records.map(({ externalId, fields }) => [externalId, fields]));
}
