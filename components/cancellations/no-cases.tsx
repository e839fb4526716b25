'use client';

import { useQueries } from '@tanstack/react-query';
import { onlyIds } from '#components/console/only-ids.ts';
import { useSeesPersonal } from '#components/console/role-context.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { CaseFilter } from '#lib/cases/cases.contract.ts';
import { api } from '../api.ts';
import { type CaseFilterName, withoutFilters } from './case-filter.ts';
import { caseWidenings, emptyAnswer } from './case-widenings.ts';

interface NoCasesProps {
  filter: CaseFilter;
  onWiden: (names: readonly CaseFilterName[]) => void;
  onClear: () => void;
}

/** Why the list is empty: nothing fits, or Sunnova has sent no cancellation yet, and the first step to change that. */
export function NoCases(props: NoCasesProps) {
  if (Object.keys(props.filter).length > 0) return <NoneFits {...props} />;
  return (
    <EmptyState
      title="Cancellation cases will appear here"
      action={
        <>
          <LinkButton variant="primary" href="/accounts">
            Set up Sunnova
          </LinkButton>
          <LinkButton href="/cancellations/reference">Statuses and reasons</LinkButton>
        </>
      }
    >
      One row for each case, with its status, its reason and what contradicts itself. Sunnova sends them only
      where the webhook for cancellation cases is switched on: ask your Sunnova Dealer Sales Manager for it.
      The account page has the address and the text to send.
    </EmptyState>
  );
}

/** Which filter leaves nothing, and how many cases there are without it. */
function NoneFits({ filter, onWiden, onClear }: NoCasesProps) {
  const widenings = caseWidenings(filter);
  const counts = useQueries({
    queries: widenings.map(({ names }) =>
      api.cases.count.queryOptions({ input: withoutFilters(filter, names), staleTime: 10_000 }),
    ),
  });
  const { title, note, offers } = emptyAnswer(
    widenings,
    counts.map(({ data }) => data),
  );
  const { q = '' } = filter;
  const seesPersonal = useSeesPersonal();
  return (
    <EmptyState
      title={title}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          {offers.map(({ names, words, found }) => (
            <Button key={words} onClick={() => onWiden(names)}>
              {words}: {found}
            </Button>
          ))}
          <Button variant="quiet" onClick={onClear}>
            Clear filters
          </Button>
        </span>
      }
    >
      {q !== '' && !seesPersonal
        ? onlyIds
        : q !== '' && q.length < 3
          ? 'A search needs three letters or four digits.'
          : note}
    </EmptyState>
  );
}
