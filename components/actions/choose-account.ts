import type { ConnectionItem } from '#lib/connections/connections.contract.ts';

type Account = Pick<ConnectionItem, 'id' | 'source' | 'environment' | 'name' | 'disabledAt'>;

type Asked = {
  /** The account of what a form was opened from: no other is meant. */
  fixed?: string;
  /** Only accounts of this environment. */
  environment?: string;
  /** The one of the address. */
  asked: string | null;
  /** The one used last in this browser. */
  last: string | null;
};

/**
 * The Enerflo accounts that can be acted in, production first, and the one that is meant. Where one is `fixed` it is that
 * one or none: the same number is somebody else's install in another account. `switchedOff`: it is that, so it is none.
 */
export function chooseAccount<A extends Account>(
  connections: readonly A[],
  { fixed, environment, asked, last }: Asked,
): { accounts: A[]; account: A | undefined; switchedOff: A | undefined } {
  const accounts = connections
    .filter(({ source, disabledAt }) => source === 'enerflo' && disabledAt === null)
    .filter((account) => environment === undefined || account.environment === environment)
    .toSorted((a, b) => Number(a.environment === 'sandbox') - Number(b.environment === 'sandbox'));
  const called = (name: string | null) => accounts.find(({ id }) => id === name);
  if (fixed === undefined) {
    return { accounts, account: called(asked) ?? called(last) ?? accounts[0], switchedOff: undefined };
  }
  return {
    accounts,
    account: called(fixed),
    switchedOff: connections.find(({ id, disabledAt }) => id === fixed && disabledAt !== null),
  };
}
