import type { Bulk } from '#lib/db/generated/client.ts';

/** Why a bulk that was started stands still after rows of it were checked again: a person says whether they are sent. */
export const checkedAgain = 'What could not be checked was checked again.';

/**
 * The reason of a bulk whose check was broken off, from when a person has it go on: what broke it off is over. Not null
 * where it was started: who finished it may have been overwritten, and then it must not send by itself (followActions).
 */
export function reasonWhenCheckedOn({ startedAt }: Pick<Bulk, 'startedAt'>): string | null {
  return startedAt === null ? null : checkedAgain;
}
