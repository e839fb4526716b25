import { anyPlace, eventTerm } from '#lib/catalog/search/event-terms.ts';
import type { Db } from '#lib/db/database.ts';
import { Prisma } from '#lib/db/generated/client.ts';
import { type Search, sievedEvents } from './event-finders.ts';
import type { EventFilter } from './list-events.ts';
import type { FieldSearch } from './search-terms.schema.ts';

/** Numbers in a path may be places of a list or keys; with more of them than this they are taken for places. */
const mostPlaces = 4;
const largestPage = 2_000;

/**
 * The newest events of one type whose data have this value at this path. They are found by hashes that know no place
 * in a list and may, once in billions, be another's, so the data themselves are looked at as well.
 */
export async function searchedFieldEvents(
  search: Search,
  { type = '' }: EventFilter,
  field: FieldSearch,
): Promise<string[]> {
  const terms = fieldTerms(type, field);
  const sieve = {
    among: [Prisma.sql`x.type = ${type}`],
    fits: Prisma.sql`x.terms && ${terms}::int[]`,
  };
  const found: string[] = [];
  let before: string | undefined;
  for (let page = search.limit; ; page = Math.min(2 * page, largestPage)) {
    const range = (column: Prisma.Sql) => [
      ...search.range(column),
      ...(before ? [Prisma.sql`${column} < ${before}::uuid`] : []),
    ];
    const hits = await sievedEvents({ ...search, range, limit: page }, sieve);
    found.push(...(await withField(search.db, hits, field)));
    before = hits.at(-1);
    if (found.length >= search.limit || hits.length < page) return found.slice(0, search.limit);
  }
}

/** The hashes under which this value may be kept. A number is kept as JavaScript writes it: 1.50 as 1.5. */
function fieldTerms(type: string, { path, value }: FieldSearch): number[] {
  const numeric = numberOf(value);
  const values = numeric === null ? [value] : [...new Set([value, numeric])];
  return pathsOf(path).flatMap((parts) => values.map((one) => eventTerm(type, parts, one)));
}

function pathsOf(path: readonly string[]): string[][] {
  const places = path.filter((part) => /^\d+$/.test(part)).length;
  return path.reduce<string[][]>(
    (paths, part) => {
      const isPlace = /^\d+$/.test(part);
      const parts = !isPlace ? [part] : places > mostPlaces ? [anyPlace] : [anyPlace, part];
      return paths.flatMap((before) => parts.map((one) => [...before, one]));
    },
    [[]],
  );
}

/** Those of these events that have the field, in the same order. */
async function withField(db: Db, ids: readonly string[], { path, value }: FieldSearch): Promise<string[]> {
  if (ids.length === 0) return [];
  // As it was typed: an id of more than 15 digits is another number to JavaScript, never to the database.
  const exact = /^-?\d+(\.\d+)?$/.test(value) ? value : numberOf(value);
  const values = path.includes(anyPlace)
    ? Prisma.sql`jsonb_path_query(e.payload, ${jsonPath(path)}::jsonpath, '{}', true)`
    : Prisma.sql`(VALUES (e.payload #> ${[...path]}::text[]))`;
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT e.id FROM event e WHERE e.id = ANY(${[...ids]}::uuid[]) AND EXISTS (
      SELECT FROM ${values} AS v(value)
      WHERE CASE jsonb_typeof(v.value)
        WHEN 'number' THEN (v.value #>> '{}')::numeric = ${exact}::numeric
        WHEN 'string' THEN lower(btrim(v.value #>> '{}', E' \\t\\n\\r') COLLATE "C") = lower(${value} COLLATE "C")
        WHEN 'boolean' THEN v.value #>> '{}' = lower(${value} COLLATE "C")
        ELSE false END)`);
  const fitting = new Set(rows.map((row) => row.id));
  return ids.filter((id) => fitting.has(id));
}

/** As SQL/JSON writes a path. A number is a place of a list where there is one: the whole path is checked loosely. */
function jsonPath(path: readonly string[]): string {
  const steps = path.map((part) =>
    part === anyPlace ? '[*]' : /^\d{1,9}$/.test(part) ? `[${part}]` : `.${JSON.stringify(part)}`,
  );
  return `lax $${steps.join('')}`;
}

/** The value as JavaScript writes the number that it is; null where it is none. */
function numberOf(value: string): string | null {
  return /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) && Number.isFinite(Number(value))
    ? String(Number(value))
    : null;
}
