import { invalid, notFound } from './answer.ts';

const integer = /^[1-9]\d{0,15}$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The row of an integer id out of a path; anything else, the uuid of the same thing too, is not found. */
export function rowOf<Row>(table: ReadonlyMap<number, Row>, id: string | undefined): Row {
  const row = id !== undefined && integer.test(id) ? table.get(Number(id)) : undefined;
  if (row === undefined) throw notFound();
  return row;
}

/** The row of either id. */
export function rowOfEither<Row extends { uuid: string }>(
  table: ReadonlyMap<number, Row>,
  id: string | undefined,
): Row {
  if (id === undefined || !uuid.test(id)) return rowOf(table, id);
  for (const row of table.values()) if (row.uuid === id.toLowerCase()) return row;
  throw notFound();
}

/** Refuses an id that names nothing in the table; none and null are left to the caller. */
export function mustBeOf(
  table: ReadonlyMap<number, unknown>,
  field: string,
  id: number | null | undefined,
): void {
  if (id === null || id === undefined || table.has(id)) return;
  throw invalid({ [field]: [`The selected ${field.replaceAll('_', ' ')} is invalid.`] });
}

export function isUuid(text: string): boolean {
  return uuid.test(text);
}
