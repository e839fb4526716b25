import type { Ask } from '../answering/ask.ts';
import type { Customer } from '../state/rows.ts';

/** What came after this moment (ms since 1970) is not indexed yet. */
export function indexedUntil({ state, settings }: Pick<Ask, 'state' | 'settings'>): number {
  return state.clock.now() - settings.indexDelaySeconds * 1000;
}

/** Customers that searches find, newest first: not deleted, and old enough to be indexed. */
export function foundCustomers({ state, settings }: Pick<Ask, 'state' | 'settings'>): Customer[] {
  const until = indexedUntil({ state, settings });
  return [...state.customers.values()]
    .filter((one) => one.deletedAt === null && one.createdAt.getTime() <= until)
    .reverse();
}

/** A user of this login e-mail, in whatever case it is written. */
export function userByEmail(state: Ask['state'], email: string | null | undefined) {
  if (!email) return undefined;
  const wanted = email.trim().toLowerCase();
  return [...state.users.values()].find((user) => user.email === wanted && !user.deletedAt);
}
