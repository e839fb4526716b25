'use client';

import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { QueryError } from '#components/console/query-error.tsx';
import { PageBody } from '#components/layout/page-body.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterSearch } from '#components/ui/filter-search.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonText } from '#components/ui/skeleton.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { CaseReference } from '#lib/cases/cases.contract.ts';
import { api } from '../api.ts';
import { CaseStatusMark } from './case-status-mark.tsx';
import { type ReferenceEntry, ReferenceList } from './reference-list.tsx';

/** Sunnova's statuses and reasons in its own words, searchable, with how often each occurs here. */
export function ReferencePage() {
  const reference = useQuery(api.cases.reference.queryOptions());
  const [q, setQ] = useQueryState('q', parseAsString.withDefault('').withOptions({ history: 'replace' }));
  return (
    <>
      <PageHeader
        title="Statuses and reasons of cancellation"
        description="In Sunnova’s own words, with how many cases here have each."
        back={<TextLink href="/cancellations">Cancellations</TextLink>}
      />
      <div className="mb-3 shrink-0">
        <FilterBar label="Search statuses and reasons">
          <FilterSearch
            label="Search statuses and reasons"
            value={q}
            onChange={(value) => void setQ(value || null)}
            className="w-72 max-sm:w-full"
            slash
          />
        </FilterBar>
      </div>
      <PageBody>
        {reference.data ? (
          <Tables reference={reference.data} q={q} />
        ) : reference.isPending ? (
          <SkeletonText lines={12} label="Reading the tables" />
        ) : (
          <QueryError title="The tables could not be read" query={reference} />
        )}
      </PageBody>
    </>
  );
}

function Tables({ reference, q }: { reference: CaseReference; q: string }) {
  const { statuses, reasons, otherStatuses, otherReasons, reasonRows } = reference;
  const fits = (entry: ReferenceEntry) => matches(entry, q);
  const lists = [
    {
      title: 'Statuses',
      entries: statuses.map(({ status, definition, count }) =>
        entry('status', status, [definition], count, <CaseStatusMark status={status} />),
      ),
    },
    {
      title: 'Reasons',
      description: `Sunnova’s table has ${reasonRows} rows for ${reasons.length} reasons: one stands there twice. It gives no categories; those below came with the cases.`,
      entries: reasons.map(({ reason, definitions, count, categories }) => ({
        ...entry('reason', reason, definitions, count),
        note: categories.join(', '),
      })),
    },
    {
      title: 'Not in Sunnova’s tables',
      description: 'What came in cases all the same.',
      entries: [
        ...otherStatuses.map(({ value, count }) =>
          entry('status', value, ['A status that is not listed'], count),
        ),
        ...otherReasons.map(({ value, count }) =>
          entry('reason', value, ['A reason that is not listed'], count),
        ),
      ],
    },
  ].map((list) => ({ ...list, entries: list.entries.filter(fits) }));
  const found = lists.filter(({ entries }) => entries.length > 0);
  if (found.length === 0) return <EmptyState title={`No status or reason has “${q}” in it`} />;
  return found.map((list) => <ReferenceList key={list.title} {...list} />);
}

function entry(
  filter: 'status' | 'reason',
  name: string,
  definitions: string[],
  count: number,
  mark?: ReferenceEntry['mark'],
): ReferenceEntry {
  return {
    name,
    definitions,
    count,
    mark,
    href: `/cancellations?${new URLSearchParams({ [filter]: name })}`,
  };
}

function matches({ name, definitions, note = '' }: ReferenceEntry, q: string): boolean {
  const text = [name, ...definitions, note].join(' ').toLowerCase();
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
