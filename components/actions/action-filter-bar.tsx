'use client';

import { useQuery } from '@tanstack/react-query';
import { useRole } from '#components/console/role-context.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterChip } from '#components/ui/filter-chip.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { actionStateNames, actionStates } from '#lib/actions/action-states.ts';
import { allows } from '#lib/auth/roles.ts';
import { api } from '../api.ts';
import type { ActionFilters } from './action-filters.ts';
import { RecordFilter } from './record-filter.tsx';

const stateOptions = actionStateNames.map((value) => ({ value, label: actionStates[value].word }));

/** Everything by which the list of actions is narrowed down. */
export function ActionFilterBar({ list }: { list: ActionFilters }) {
  const { filters, setFilters, filtered, clear } = list;
  const mayListPeople = allows(useRole(), 'admin');
  const operations = useQuery(api.actions.operations.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const connections = useQuery(api.connections.list.queryOptions({ staleTime: 60_000 }));
  const actors = useQuery(api.audit.actors.queryOptions({ enabled: mayListPeople, staleTime: 60_000 }));
  const writes = operations.data?.items.filter(({ kind }) => kind === 'write') ?? [];
  const accounts = connections.data?.items.filter(({ source }) => source === 'enerflo') ?? [];
  return (
    <FilterBar label="Filter actions" onClear={filtered ? clear : undefined}>
      <FilterSelect
        label="State"
        options={stateOptions}
        value={filters.state}
        onChange={(value) =>
          void setFilters({ state: actionStateNames.find((state) => state === value) ?? null })
        }
      />
      <FilterSelect
        label="What"
        any="Anything"
        options={writes.map(({ name, label }) => ({ value: name, label }))}
        value={filters.operation}
        onChange={(operation) => void setFilters({ operation })}
      />
      {accounts.length > 1 && (
        <FilterSelect
          label="Account"
          options={accounts.map(({ id, name, environment }) => ({
            value: id,
            label: environment === 'sandbox' ? `${name}, sandbox` : name,
          }))}
          value={filters.account}
          onChange={(account) => void setFilters({ account })}
        />
      )}
      {mayListPeople && (
        <FilterSelect
          label="Who"
          any="Anybody"
          options={(actors.data?.items ?? []).map(({ kind, id, name }) => ({
            value: id,
            label: kind === 'token' ? `${name} (API token)` : name,
          }))}
          value={filters.person}
          onChange={(person) => void setFilters({ person })}
        />
      )}
      <RecordFilter value={filters.record} onChange={(record) => void setFilters({ record })} />
      {filters.event && (
        <FilterChip
          label="From event"
          words={filters.event.slice(-8)}
          onRemove={() => void setFilters({ event: null })}
        />
      )}
      {filters.bulk && (
        <FilterChip
          label="Of a bulk run"
          words={filters.bulk.slice(-8)}
          onRemove={() => void setFilters({ bulk: null })}
        />
      )}
    </FilterBar>
  );
}
