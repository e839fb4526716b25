import type { Source } from '#lib/catalog/event-type.ts';
import { sourceLabel } from './source-label.ts';

/** An account as people call it: its source, and its name where that says more. */
export function accountWords({ source, connection }: { source: Source; connection: string }): string {
  const label = sourceLabel[source];
  return connection.toLowerCase().startsWith(label.toLowerCase()) ? connection : `${label} ${connection}`;
}
