import type pg from 'pg';

/** How a column is filled: its type, and its value in a row (an array as PostgreSQL writes one). */
type Column<Row> = [type: string, value: (row: Row) => string | number | boolean | Date | Buffer | null];

/** Inserts many rows in one statement. */
export async function bulkInsert<Row>(
  client: pg.Client,
  table: string,
  rows: readonly Row[],
  columns: Record<string, Column<Row>>,
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const types = Object.values(columns).map(([type]) => type);
  // Arrays of arrays must be even, so what is an array itself travels as text.
  const sent = types.map((type, index) => `$${index + 1}::${type.endsWith('[]') ? 'text' : type}[]`);
  await client.query(
    `INSERT INTO ${table} (${names.join(', ')})
     SELECT ${names.map((name, index) => `n.${name}::${types[index]}`).join(', ')}
     FROM unnest(${sent.join(', ')}) AS n(${names.join(', ')})`,
    Object.values(columns).map(([, value]) => rows.map(value)),
  );
}

/**
 * Runs `work` while these tables have no indexes but their keys, then makes those again as they were: filling an index
 * row by row takes many times longer than making it at once.
 */
export async function withoutIndexes(
  client: pg.Client,
  tables: readonly string[],
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT i.indexname AS name, i.indexdef AS definition FROM pg_indexes i
     WHERE i.tablename = ANY ($1) AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conname = i.indexname)`,
    [tables],
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${name}`);
  await work();
  for (const { definition } of rows) await client.query(definition);
}
