import type { Db } from '#lib/db/database.ts';
import { applyMapping, type Mapped } from '#lib/mapping/apply-mapping.ts';
import type { MappingRow } from '#lib/mapping/mapping.schema.ts';
import { mappingMaterial, type PreviewOrigin } from './mapping-material.ts';

export type MappingPreview = Mapped & { origin: PreviewOrigin };

/**
 * The body these rows would send for the latest event of a type in an account; while none has come, for the
 * catalog's sample. Without either the rows meet an empty payload, so only constants are filled.
 */
export async function previewMapping(
  db: Db,
  { connectionId, type, rows }: { connectionId: string; type: string; rows: readonly MappingRow[] },
): Promise<MappingPreview> {
  const { origin, ...input } = await mappingMaterial(db, connectionId, type);
  return { ...applyMapping(input, rows), origin };
}
