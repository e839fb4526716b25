import { z } from 'zod';
import type { Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';

/** A person's row as it is while this transaction holds it. */
export type LockedUser = {
  id: string;
  name: string;
  email: string;
  role: string;
  passwordHash: string | null;
  deactivatedAt: Date | null;
  totpSecret: Uint8Array | null;
  totpSince: Date | null;
  totpLastStep: bigint | null;
  /** The database's clock. */
  now: Date;
};

/**
 * Reads a person's row and holds it until the transaction ends. Whatever changes how somebody gets in (password, links,
 * second factor, deactivation) and whatever lets them in goes through here, so that each sees the other whole.
 * Throws NOT_FOUND.
 */
export async function lockUser(tx: Tx, id: string): Promise<LockedUser> {
  const [user] = z.uuid().safeParse(id).success
    ? await tx.$queryRaw<LockedUser[]>`
        SELECT id, name, email, role, password_hash AS "passwordHash", deactivated_at AS "deactivatedAt",
               totp_secret AS "totpSecret", totp_since AS "totpSince", totp_last_step AS "totpLastStep",
               clock_timestamp() AS now
          FROM "user" WHERE id = ${id}::uuid FOR UPDATE`
    : [];
  if (!user) throw new AppError('NOT_FOUND', 'There is no such person.');
  return user;
}
