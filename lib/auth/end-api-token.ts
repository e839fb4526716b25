import { z } from 'zod';
import { recordAudit } from '#lib/audit/audit.ts';
import type { Tx } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { ChangeBy } from './change-by.ts';

const uuid = z.uuid();

/** Ends an API token at once and for good; gives its name. Errors: NOT_FOUND, CONFLICT (it had ended already). */
export async function endApiToken(
  tx: Tx,
  id: string,
  { actor, requestId, address }: ChangeBy,
): Promise<string> {
  const token = uuid.safeParse(id).success ? await tx.apiToken.findUnique({ where: { id } }) : null;
  if (!token) throw new AppError('NOT_FOUND', `There is no API token with the id ${id}.`);
  const ended = await tx.$executeRaw`
    UPDATE api_token SET ended_at = now() WHERE id = ${id}::uuid AND ended_at IS NULL`;
  if (ended === 0) throw new AppError('CONFLICT', `The API token “${token.name}” had ended already.`);
  const { name, role } = token;
  await recordAudit(tx, {
    actor,
    requestId,
    address,
    action: 'token.end',
    subjectKind: 'token',
    subjectId: token.id,
    before: { name, role },
  });
  return name;
}
