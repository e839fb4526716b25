import type { CallOptions, EnerfloAccount } from '#lib/enerflo/enerflo-call.ts';
import type { Json, JsonObject } from '#lib/json.ts';
import { log } from '#lib/log.ts';
import type { Operation, OperationAnswer, Subject } from '#lib/operations/operation.ts';
import type { ActionContext } from './action-context.ts';
import { holdAction, insertAttempts } from './insert-attempt.ts';
import { noteProofs } from './note-proofs.ts';
import { readBack } from './read-back.ts';
import { enerfloLink, recordKeys, subjectsOf } from './record-keys.ts';
import { rememberWritten } from './remember-written.ts';
import { settleAction } from './settle-action.ts';

type Finishing = {
  account: EnerfloAccount;
  operation: Operation;
  input: JsonObject;
  actionId: string;
  answer: OperationAnswer;
  sentAt: Date;
  /** The body of the answer, where it came in this process. */
  body: Json;
  /** What Enerflo calls what was asked for, by field. */
  labels: Readonly<Record<string, string>>;
  options: CallOptions;
};

/**
 * Ends an action that Enerflo confirmed: reads back, compares, tells the records, and settles it as done. Harmless to do
 * twice. Gives the words for the person.
 */
export async function finishAction(
  context: ActionContext,
  { account, operation, input, actionId, answer, sentAt, body, labels, options }: Finishing,
): Promise<{ words: string }> {
  const named = [...answer.subjects, ...subjectsOf(operation, input)];
  const remember = (subjects: readonly Subject[], told: Json, already: Json = null) =>
    rememberWritten(context, account, { operation, input }, subjects, told, already).catch(
      (error: unknown) => {
        log().error({ err: error, action: actionId }, 'what was written could not be told to the records');
        return false;
      },
    );
  // At once: Enerflo's own webhook about it may be there at any moment.
  const remembered = await remember(named, body);
  const back = await readBack(account, operation, input, answer, sentAt, options, labels);
  const { current, verdict, beside, notYet, listed = null } = back;
  const subjects = [...(current?.subjects ?? []), ...named];
  // What the answer told already is told once more only where Enerflo has something else now.
  await remember(subjects, back.body, remembered && verdict !== 'differs' ? body : null);
  if (beside) await remember(beside.subjects, beside.body);
  // What was made stays first: a later reading goes by it.
  const cameWith = (beside?.subjects ?? []).filter(
    (one) => !subjects.some(({ kind, id }) => kind === one.kind && id === one.id),
  );
  const differs = verdict === 'differs' && 'But Enerflo has something else now than was asked for.';
  const words = [answer.words, differs, notYet].filter(Boolean).join(' ');
  await noteProofs(context.db, account.connectionId, { actionId, operation, input, current });
  await context.db.$transaction(async (tx) => {
    await holdAction(tx, actionId);
    await insertAttempts(tx, actionId, back.attempts);
    await settleAction(tx, actionId, {
      state: 'done',
      after: current?.values ?? null,
      readBack: verdict,
      about: current?.about ?? null,
      labelsNow: current?.labels,
      recordKeys: recordKeys([...subjects, ...cameWith]),
      result: {
        ...answer,
        subjects: [...(current?.subjects ?? []), ...answer.subjects, ...cameWith],
        words,
        answered: true,
        listed,
        link: enerfloLink(account.baseUrl, subjects),
      },
    });
  });
  return { words };
}
