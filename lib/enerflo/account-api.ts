import { connectionSecretContext } from '#lib/connections/connection-secrets.ts';
import type { Db } from '#lib/db/database.ts';
import { AppError } from '#lib/errors.ts';
import type { SecretBox } from '#lib/settings/secret-box.ts';
import { readAccountSettings } from './account-settings.ts';
import { budgetOf } from './budget/budget-of.ts';
import { type AccountApi, proofsSchema } from './enerflo.contract.ts';
import { keyIdOf } from './key-id-of.ts';

/**
 * How an Enerflo account is called, what was proven of its settings and how much of its limit is left. Throws NOT_FOUND
 * where there is no such Enerflo account.
 */
export async function accountApi(
  { db, box }: { db: Db; box: SecretBox },
  connectionId: string,
): Promise<AccountApi> {
  const connection = await db.connection.findFirst({
    where: { id: connectionId, source: 'enerflo' },
    include: { secrets: { where: { kind: 'enerflo.api-key' } }, enerflo: true },
  });
  if (!connection) throw new AppError('NOT_FOUND', 'There is no such Enerflo account.');
  const { settings, baseUrl } = await readAccountSettings(db, connectionId);
  const sealed = connection.secrets[0]?.sealed;
  const key = sealed && box.open(sealed, connectionSecretContext(connectionId, 'enerflo.api-key'));
  return {
    hasKey: key !== undefined,
    settings,
    baseUrl,
    proofs: proofsSchema.parse(connection.enerflo?.proofs ?? {}),
    budget: key === undefined ? null : await budgetOf(db, keyIdOf(box, baseUrl, key), settings.limit),
  };
}
