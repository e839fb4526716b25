import type { EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import type { JsonObject } from '#lib/json.ts';
import type { CurrentValues, Operation } from '#lib/operations/operation.ts';
import type { ActionError } from './action.schema.ts';
import { type ActionResult, answerOf } from './action-result.ts';
import { askedFields } from './asked-fields.ts';
import { errorOf } from './attempt-of.ts';
import { isSame } from './beside.ts';
import { readBack } from './read-back.ts';
import { readToday } from './read-today.ts';
import { toldText } from './told-text.ts';

type Ours = {
  account: EnerfloAccount;
  operation: Operation;
  input: JsonObject;
  /** What was read back after it was done. */
  after: JsonObject | null;
  result: ActionResult;
  sentAt: Date;
};

/** `gone`: in words why undoing would overwrite somebody else's change; null where it would not. */
type Judged = { gone: string | null; failure: ActionError | null };

const notThere = 'What was done is not in Enerflo any more, so there is nothing to undo.';

/** Whether Enerflo still has what an action left there. Of what it does not tell nobody can say otherwise. */
export async function stillOurs(ours: Ours): Promise<Judged> {
  const { account, operation, input, result, sentAt } = ours;
  if (operation.made) {
    const back = await readBack(account, operation, input, answerOf(result), sentAt, { share: 'people' });
    const failed = back.attempts.find(({ state }) => state !== 'answered');
    if (failed && failed.exchange.responseStatus !== 404) return { gone: null, failure: failed.error };
    if (!back.current) return { gone: back.attempts.length > 0 ? notThere : null, failure: null };
    return { gone: goneWords(ours, back.current), failure: null };
  }
  const { current, failure } = await readToday(account, operation, input, 'people');
  if (failure?.code === 'NOT_THERE') return { gone: notThere, failure: null };
  if (failure) return { gone: null, failure: errorOf(failure) };
  return { gone: current && goneWords(ours, current), failure: null };
}

function goneWords(
  { account, operation, input, after, result }: Ours,
  current: CurrentValues,
): string | null {
  const { values, labels } = current;
  const others = askedFields(operation, input).flatMap(({ key, words }) => {
    const name = labels?.[key];
    const left = Object.hasOwn(values, key)
      ? isSame(values[key] ?? null, after?.[key] ?? input[key] ?? null)
      : name === undefined || isSame(name, result.labels.now[key] ?? name);
    if (left) return [];
    const text = toldText(words, current, key, account.settings.timeZone ?? 'UTC');
    return [`${words.label} is now ${text === null ? 'empty' : `“${text}”`}`];
  });
  if (others.length === 0) return null;
  return `Somebody changed it in Enerflo since: ${others.join('; ')}. Undoing would overwrite that.`;
}
