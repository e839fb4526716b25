import { useQuery } from '@tanstack/react-query';
import type { NavItem } from '#components/layout/nav-item.ts';
import { allows, type Role } from '#lib/auth/roles.ts';
import { actionsWaitingWords } from '../actions/waiting-words.ts';
import { api } from '../api.ts';
import { readingsWaitingWords } from '../readings/waiting-words.ts';

type Counted = Pick<NavItem, 'count' | 'countLabel'>;

/**
 * How much of production waits for a person, by entry of the sidebar, with the words that are read out. For whoever may
 * only look nothing waits.
 */
export function useWaitingCounts(
  role: Role,
): Record<'cancellations' | 'actions' | 'refusals' | 'accounts', Counted> {
  const acts = allows(role, 'operator');
  const often = { enabled: acts, refetchInterval: 30_000 } as const;
  const cases = useQuery(api.cases.waiting.queryOptions(often)).data?.count ?? 0;
  const refused = useQuery(api.refusals.counts.queryOptions(often)).data?.open ?? 0;
  const actions = useQuery(api.actions.waiting.queryOptions(often)).data?.count ?? 0;
  const bulks = useQuery(api.bulk.waiting.queryOptions(often)).data?.count ?? 0;
  const readings = useQuery(api.readings.waiting.queryOptions(often)).data;
  // A page may have read the same for itself.
  if (!acts) return { cancellations: {}, actions: {}, refusals: {}, accounts: {} };
  return {
    cancellations: counted(cases, `${cases} waiting for your answer`),
    actions: counted(actions + bulks, actionsWaitingWords({ actions, bulks })),
    refusals: counted(refused, `${refused} waiting for a decision`),
    accounts: counted(readings?.count ?? 0, readingsWaitingWords(readings?.items ?? [])),
  };
}

function counted(count: number, countLabel: string): Counted {
  return count > 0 ? { count, countLabel } : {};
}
