import { actionFields } from '#lib/actions/action-fields.ts';
import { isSame } from '#lib/actions/beside.ts';
import { type KeptAction, keptAction } from '#lib/actions/kept-action.ts';
import type { Db, Tx } from '#lib/db/database.ts';
import type { Action } from '#lib/db/generated/client.ts';
import { readAccountSettings } from '#lib/enerflo/account-settings.ts';
import { columnsOf } from './bulk-row.ts';
import type { RowState } from './bulk-states.ts';

/** So much of one value is told in a row's reason; the action shows the rest. */
const mostOfValue = 60;

type Became = { state: Extract<RowState, 'done' | 'differs'>; reason: string | null };

/**
 * What became of a row whose action is done, in the words of that action: what Enerflo said, that nothing was sent where
 * it had it already, and where Enerflo shows another value than was asked for, which one. Personal.
 */
export async function rowOfDone(db: Db | Tx, actionId: string): Promise<Became> {
  const action = await db.action.findUniqueOrThrow({ where: { id: actionId } });
  const kept = keptAction(action);
  const { words } = kept.result;
  if (action.readBack === 'not-read') {
    const { operation } = kept;
    const isPart = operation && actionFields(operation, kept, null).some(({ nowTold }) => nowTold);
    const unread = isPart ? 'Not all of it could be read back.' : 'It could not be read back.';
    return { state: 'done', reason: sentences(words, unread) };
  }
  if (action.readBack !== 'differs') return { state: 'done', reason: words };
  const fields = differing(kept, await clockOf(db, action));
  const told = fields.map(({ label, asked, now }) => `${label}: ${asked} was asked for, Enerflo has ${now}.`);
  return { state: 'differs', reason: sentences(...told, words) };
}

/** The fields that were read back as something else than was asked for, with both values. */
export function differing({ operation, ...kept }: KeptAction, timeZone: string) {
  const { after } = kept;
  if (!operation || !after) return [];
  return actionFields(operation, kept, timeZone)
    .filter(({ field, after: asked, now }) => Object.hasOwn(after, field) && !isSame(now, asked))
    .map(({ label, afterText, nowText }) => ({
      label,
      asked: valueText(afterText),
      now: valueText(nowText),
    }));
}

async function clockOf(db: Db | Tx, { connectionId, bulkId }: Action): Promise<string> {
  const { settings } = await readAccountSettings(db, connectionId);
  if (settings.timeZone !== null) return settings.timeZone;
  const bulk = bulkId && (await db.bulk.findUnique({ where: { id: bulkId }, select: { columns: true } }));
  return (bulk && columnsOf(bulk).timeZone) || 'UTC';
}

function valueText(text: string | null): string {
  if (text === null) return 'nothing';
  return text.length > mostOfValue ? `${text.slice(0, mostOfValue).trimEnd()}…` : text;
}

function sentences(...parts: (string | null)[]): string {
  return parts.filter((part) => part !== null && part !== '').join(' ');
}
