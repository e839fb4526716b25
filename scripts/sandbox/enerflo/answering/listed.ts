import type { Settings } from '../settings.ts';

/** A list whose shape no source tells, in the one that the settings say. */
export function listed(settings: Settings, rows: readonly unknown[]): unknown {
  if (settings.lists === 'bare') return rows;
  return settings.lists === 'data' ? { data: rows } : { results: rows, total: rows.length };
}
