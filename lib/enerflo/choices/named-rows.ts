import type { JsonObject } from '#lib/json.ts';
import type { Choice } from '../enerflo.contract.ts';

type Named = { value: string | null; label: string | null; detail: string | null };

/** Rows as choices; one without an id is none, and one without a name is called by its id. Each id once. */
export function namedRows<Row extends JsonObject>(
  rows: readonly Row[],
  named: (row: Row) => Named | null,
): Choice[] {
  const found = new Map<string, Choice>();
  for (const row of rows) {
    const choice = named(row);
    if (!choice?.value || found.has(choice.value)) continue;
    found.set(choice.value, { ...choice, value: choice.value, label: choice.label ?? choice.value });
  }
  return [...found.values()];
}
