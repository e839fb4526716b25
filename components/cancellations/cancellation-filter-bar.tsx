'use client';

import { useQuery } from '@tanstack/react-query';
import { useSeesPersonal } from '#components/console/role-context.tsx';
import { rangeOptions } from '#components/events/range-words.ts';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterDays } from '#components/ui/filter-days.tsx';
import { FilterSearch } from '#components/ui/filter-search.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { FilterTime } from '#components/ui/filter-time.tsx';
import type { CaseFacets, CaseFilter } from '#lib/cases/cases.contract.ts';
import { api } from '../api.ts';
import type { CaseFilterChange } from './case-filters.ts';
import { accountOptions, flagOptions, statusOptions, valueOptions } from './filter-options.ts';

interface CancellationFilterBarProps {
  filter: CaseFilter;
  onChange: (change: CaseFilterChange) => void;
  /** Given while something is filtered. */
  onClear?: () => void;
}

const nothingYet: CaseFacets = { statuses: [], reasons: [], categories: [], flags: [], accounts: [] };
const environments = [
  { value: 'production', label: 'Production' },
  { value: 'sandbox', label: 'Sandbox' },
];

/** In which the cases are narrowed down, with how many there are of each; and how many are left. */
export function CancellationFilterBar({ filter, onChange, onClear }: CancellationFilterBarProps) {
  const seesPersonal = useSeesPersonal();
  const { data: facets = nothingYet } = useQuery(
    api.cases.facets.queryOptions({ input: { environment: filter.environment }, refetchInterval: 30_000 }),
  );
  const count = useQuery(api.cases.count.queryOptions({ input: filter, refetchInterval: 30_000 }));
  return (
    <FilterBar
      label="Filter cancellation cases"
      onClear={onClear}
      search={
        <FilterSearch
          label={seesPersonal ? 'Find by homeowner, phone or id' : 'Find by an id'}
          value={filter.q ?? ''}
          onChange={(q) => onChange({ q: q || null })}
          className="w-72 max-sm:w-full"
          slash
        />
      }
      end={count.data && <CountWords {...count.data} />}
    >
      <FilterSelect
        label="Status"
        options={statusOptions(facets, filter.status)}
        value={filter.status ?? null}
        onChange={(status) => onChange({ status })}
      />
      <FilterSelect
        label="Contradictions"
        options={flagOptions(facets, filter.flag)}
        value={filter.flag ?? null}
        onChange={(flag) => onChange({ flag })}
      />
      <FilterSelect
        label="Reason"
        options={valueOptions(facets.reasons, filter.reason)}
        value={filter.reason ?? null}
        onChange={(reason) => onChange({ reason })}
      />
      <FilterSelect
        label="Category"
        options={valueOptions(facets.categories, filter.category)}
        value={filter.category ?? null}
        onChange={(category) => onChange({ category })}
      />
      <FilterTime
        label="Last heard"
        ranges={rangeOptions}
        value={{
          range: filter.heardWithin ?? null,
          from: filter.heardFrom ?? null,
          to: filter.heardTo ?? null,
        }}
        onChange={({ range, from, to }) => onChange({ heardWithin: range, heardFrom: from, heardTo: to })}
      />
      <FilterDays
        label="Requested"
        value={{ from: filter.requestedFrom ?? null, to: filter.requestedTo ?? null }}
        onChange={({ from, to }) => onChange({ requestedFrom: from, requestedTo: to })}
      />
      {(facets.accounts.length > 1 || filter.connection) && (
        <FilterSelect
          label="Account"
          options={accountOptions(facets, filter.connection)}
          value={filter.connection ?? null}
          onChange={(connection) => onChange({ connection })}
        />
      )}
      {(filter.environment || facets.accounts.some((account) => account.environment === 'sandbox')) && (
        <FilterSelect
          label="Environment"
          options={environments}
          value={filter.environment ?? null}
          onChange={(environment) => onChange({ environment })}
        />
      )}
    </FilterBar>
  );
}

function CountWords({ count, more }: { count: number; more: boolean }) {
  const words = `${count.toLocaleString('en')}${more ? '+' : ''}`;
  return (
    <span className="tabular-nums">
      {words} {count === 1 ? 'case' : 'cases'}
    </span>
  );
}
