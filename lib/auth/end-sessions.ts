import type { Tx } from '#lib/db/database.ts';
import { secretTokenHash } from './secret-token.ts';

/** Ends every session of a person at once, but for the one of the token `except`; gives how many it were. */
export function endSessions(tx: Tx, userId: string, { except }: { except?: string } = {}): Promise<number> {
  // A hash that no token has: nothing is excepted then.
  const kept = except === undefined ? new Uint8Array() : secretTokenHash(except);
  return tx.$executeRaw`
    UPDATE session SET ended_at = now()
     WHERE user_id = ${userId}::uuid AND ended_at IS NULL AND expires_at > now() AND token_hash <> ${kept}`;
}
