import { isDeepStrictEqual } from 'node:util';
import { type ConnectionChange, inTurn } from '#lib/connections/connection-change.ts';
import { AppError } from '#lib/errors.ts';
import { baseUrlOf, readAccountSettings } from './account-settings.ts';
import { type EnerfloSettings, provableSettings } from './enerflo-settings.schema.ts';

/**
 * Says how an Enerflo account is called. What was proven of a setting that changes counts no more, and another host gets
 * no key that was given for the one before: it is forgotten. Throws NOT_FOUND where there is no such Enerflo account.
 */
export function setAccountSettings(
  change: ConnectionChange,
  { id, settings }: { id: string; settings: EnerfloSettings },
): Promise<void> {
  return inTurn(change, async (tx, audit) => {
    const connection = await tx.connection.findFirst({ where: { id, source: 'enerflo' } });
    if (!connection) throw new AppError('NOT_FOUND', 'There is no such Enerflo account.');
    const { settings: before } = await readAccountSettings(tx, id);
    if (isDeepStrictEqual(before, settings)) return;
    const changed = provableSettings.filter((setting) => before[setting] !== settings[setting]);
    const json = JSON.stringify(settings);
    await tx.$executeRaw`
      INSERT INTO enerflo_account AS account (connection_id, settings) VALUES (${id}::uuid, ${json}::jsonb)
      ON CONFLICT (connection_id) DO UPDATE
        SET settings = excluded.settings, proofs = account.proofs - ${changed}::text[], updated_at = now()`;
    await audit({
      action: 'connection.enerflo',
      subjectKind: 'connection',
      subjectId: id,
      before,
      after: settings,
    });
    if (hostOf(before) === hostOf(settings)) return;
    const kind = 'enerflo.api-key';
    const { count } = await tx.connectionSecret.deleteMany({ where: { connectionId: id, kind } });
    if (count === 0) return;
    const after = { kind, set: false };
    await audit({ action: 'connection.secret', subjectKind: 'connection', subjectId: id, after });
  });
}

function hostOf(settings: EnerfloSettings): string {
  return new URL(baseUrlOf(settings)).host;
}
