import { useQuery } from '@tanstack/react-query';
import type { NavItem } from '#components/layout/nav-item.ts';
import { actionsWaitingWords } from '../actions/waiting-words.ts';
import { api } from '../api.ts';
import { readingsWaitingWords } from '../readings/waiting-words.ts';

type Counted = Pick<NavItem, 'count' | 'countLabel'>;

/** How much of production waits for a person, by entry of the sidebar, with the words that are read out. */
export function useWaitingCounts(): Record<'cancellations' | 'actions' | 'refusals' | 'accounts', Counted> {
  const often = { refetchInterval: 30_000 } as const;
  const cases = useQuery(api.cases.waiting.queryOptions(often)).data?.count ?? 0;
  const refused = useQuery(api.refusals.counts.queryOptions(often)).data?.open ?? 0;
  const actions = useQuery(api.actions.waiting.queryOptions(often)).data?.count ?? 0;
  const bulks = useQuery(api.bulk.waiting.queryOptions(often)).data?.count ?? 0;
  const readings = useQuery(api.readings.waiting.queryOptions(often)).data;
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
