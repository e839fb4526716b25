import type { Db } from '#lib/db/database.ts';
import { proofsSchema } from '#lib/enerflo/enerflo.contract.ts';
import type { ProvableSetting } from '#lib/enerflo/enerflo-settings.schema.ts';
import type { Operation } from '#lib/operations/operation.ts';
import type { ActionError } from './action.schema.ts';

/** What a setting decides, in words. */
const forms: Record<ProvableSetting, string> = {
  leadBody: 'how the data of a lead is sent',
  leadPhone: 'what the phone of a lead is called',
  milestoneId: 'which id of a milestone it takes',
};

/**
 * The failure of a write, with what else may be behind it: that the account is set to another form than Enerflo takes,
 * where the sources disagree about it and no answer has proven it yet.
 */
export async function withFormInDoubt(
  db: Db,
  connectionId: string,
  operation: Operation,
  error: ActionError,
): Promise<ActionError> {
  const doubts = operation.proves?.filter(({ doubtedBy }) => doubtedBy === error.code) ?? [];
  if (doubts.length === 0) return error;
  const row = await db.enerfloAccount.findUnique({ where: { connectionId }, select: { proofs: true } });
  const proofs = proofsSchema.parse(row?.proofs ?? {});
  const unproven = doubts.filter(({ setting }) => proofs[setting]?.right !== true);
  if (unproven.length === 0) return error;
  const what = unproven.map(({ setting }) => forms[setting]).join(' and ');
  return {
    ...error,
    whatToDo: `${error.whatToDo} If all of that is right: the sources disagree on ${what}, and this account’s setting is not proven right. An admin can try the other under “Calling Enerflo” on the page of the account.`,
  };
}
