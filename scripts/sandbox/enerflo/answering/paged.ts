/** One page out of rows. */
export type Page<Row> = { rows: Row[]; total: number; totalPages: number };

/** A number from the query; `fallback` where it is none or below 1. */
export function numberFrom(query: URLSearchParams, name: string, fallback: number): number {
  const value = Number.parseInt(query.get(name) ?? '', 10);
  return value >= 1 ? value : fallback;
}

export function paged<Row>(rows: readonly Row[], page: number, size: number): Page<Row> {
  const from = (page - 1) * size;
  return {
    rows: rows.slice(from, from + size),
    total: rows.length,
    totalPages: Math.max(1, Math.ceil(rows.length / size)),
  };
}
