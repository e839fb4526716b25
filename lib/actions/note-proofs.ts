import type { Db } from '#lib/db/database.ts';
import type { ProvableSetting } from '#lib/enerflo/enerflo-settings.schema.ts';
import { noteProof } from '#lib/enerflo/note-proof.ts';
import type { JsonObject } from '#lib/json.ts';
import type { CurrentValues, Operation } from '#lib/operations/operation.ts';
import { isSame } from './beside.ts';

/**
 * Where the sources disagree about a form, what was read back after a write shows whether Enerflo took it as the account
 * is set: kept for whoever looks at the account. Nothing is shown by what Enerflo does not tell.
 */
export async function noteProofs(
  db: Db,
  connectionId: string,
  of: { actionId: string; operation: Operation; input: JsonObject; current: CurrentValues | null },
): Promise<void> {
  for (const [setting, right] of proofsIn(of.operation, of.input, of.current)) {
    await noteProof(db, connectionId, setting, { right, actionId: of.actionId });
  }
}

/** Exported for its test. */
export function proofsIn(
  { proves = [] }: Operation,
  input: JsonObject,
  current: CurrentValues | null,
): [ProvableSetting, boolean][] {
  if (!current) return [];
  return proves.flatMap(({ setting, by }): [ProvableSetting, boolean][] => {
    const told = by.filter((field) => input[field] !== undefined && Object.hasOwn(current.values, field));
    if (told.length === 0) return [];
    return [[setting, told.every((field) => isSame(current.values[field] ?? null, input[field] ?? null))]];
  });
}
