/** Rows and columns of a list that was read, for a table. */
export type ReadTable = { columns: string[]; rows: Record<string, string>[] };

const mostColumns = 6;

/** What was read as a table: a list of objects, or the one list in an object. Null where it is better read as a tree. */
export function tableOf(data: unknown): ReadTable | null {
  const list = listIn(data);
  if (!list || list.length === 0) return null;
  const rows = list.map(plainCells);
  const count = Map.groupBy(
    rows.flatMap((row) => Object.keys(row)),
    (key) => key,
  );
  // Columns that few rows fill say little; the tree beneath has them all.
  const columns = [...count]
    .filter(([, filled]) => filled.length * 2 >= rows.length)
    .map(([key]) => key)
    .slice(0, mostColumns);
  return columns.length > 0 ? { columns, rows } : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(data: unknown): Record<string, unknown>[] | null {
  const list = isObject(data) ? Object.values(data).find((value) => Array.isArray(value)) : data;
  return Array.isArray(list) && list.every(isObject) ? list : null;
}

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** What of a row fits a cell. A second id says nothing to people. */
function plainCells(row: Record<string, unknown>): Record<string, string> {
  const plain = Object.entries(row).flatMap(([key, value]) =>
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? [[key, String(value)] as const]
      : [],
  );
  const says = (key: string, text: string) =>
    text !== '' && text.length < 200 && (key === 'id' || !uuid.test(text));
  return Object.fromEntries(plain.filter(([key, text]) => says(key, text)));
}
