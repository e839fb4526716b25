import { connectionSecretContext } from '#lib/connections/connection-secrets.ts';
import { env } from '#lib/env.ts';
import { AppError } from '#lib/errors.ts';
import { parseAllowList } from '#lib/http/outbound/address-rules.ts';
import { readSetting } from '#lib/settings/settings.ts';
import { readAccountSettings } from './account-settings.ts';
import { requestBudget } from './budget/request-budget.ts';
import type { EnerfloAccess, EnerfloAccount } from './enerflo-call.ts';
import { enerfloCall } from './enerflo-client.ts';
import { enerfloFailures } from './enerflo-result.ts';
import { keyIdOf } from './key-id-of.ts';

/**
 * An Enerflo account ready to be called, with its settings and key as they are now: open it for each piece of work.
 * Throws NOT_FOUND, or INVALID with words where it is no Enerflo account, is switched off or has no API key.
 */
export async function openEnerfloAccount(
  { db, pool, box, timeoutMs }: EnerfloAccess,
  connectionId: string,
): Promise<EnerfloAccount> {
  const { connection, settings, baseUrl } = await db.$transaction(
    async (tx) => {
      const connection = await tx.connection.findUnique({
        where: { id: connectionId },
        include: { secrets: { where: { kind: 'enerflo.api-key' } } },
      });
      return { connection, ...(await readAccountSettings(tx, connectionId)) };
    },
    // Read as of one moment: the key of one host never goes to the one it is changed to meanwhile.
    { isolationLevel: 'RepeatableRead' },
  );
  if (!connection) throw new AppError('NOT_FOUND', 'There is no such account.');
  const { name, environment, source, disabledAt, secrets } = connection;
  if (source !== 'enerflo') throw new AppError('INVALID', `${name} is no Enerflo account.`);
  if (disabledAt) throw new AppError('INVALID', `The account ${name} is switched off.`);
  const { text, whatToDo } = enerfloFailures.NO_KEY;
  const sealed = secrets[0]?.sealed;
  if (!sealed) throw new AppError('INVALID', `${text} ${whatToDo}`);

  const allowed = await readSetting(db, 'outboundAllow');
  const key = box.open(sealed, connectionSecretContext(connectionId, 'enerflo.api-key'));
  const call = enerfloCall({
    baseUrl,
    key,
    allow: parseAllowList([...env().OUTBOUND_ALLOW, ...(allowed ?? [])]),
    budget: requestBudget(pool, keyIdOf(box, baseUrl, key), settings.limit),
    timeoutMs,
  });
  return { connectionId, name, environment, settings, baseUrl, call };
}
