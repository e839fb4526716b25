import type { Db, Tx } from '#lib/db/database.ts';
import type { ProvableSetting } from './enerflo-settings.schema.ts';

/**
 * Keeps what a real answer, read back, showed of a form on which the sources disagree: whether the account's setting
 * is right. The newest word counts; a setting that is changed begins anew without one.
 */
export async function noteProof(
  db: Db | Tx,
  connectionId: string,
  setting: ProvableSetting,
  { right, actionId }: { right: boolean; actionId: string | null },
): Promise<void> {
  await db.$executeRaw`
    INSERT INTO enerflo_account AS account (connection_id, proofs)
    VALUES (${connectionId}::uuid,
      jsonb_build_object(${setting}::text, jsonb_build_object(
        'right', ${right}::boolean, 'at', now(), 'actionId', ${actionId}::text)))
    ON CONFLICT (connection_id) DO UPDATE SET proofs = account.proofs || excluded.proofs`;
}
