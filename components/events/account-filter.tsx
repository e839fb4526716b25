'use client';

import { useQuery } from '@tanstack/react-query';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { sources } from '#lib/catalog/event-type.ts';
import { api } from '../api.ts';
import { accountWords } from './account-words.ts';
import type { FilterChange, LogFilter } from './log-filter.ts';
import { sourceLabel } from './source-label.ts';

/** Which account, or all accounts at one source. */
export function AccountFilter({
  filter,
  onChange,
}: {
  filter: LogFilter;
  onChange: (change: FilterChange) => void;
}) {
  const connections = useQuery(api.connections.list.queryOptions({ staleTime: 60_000 }));
  const accounts = connections.data?.items ?? [];
  const options = sources.flatMap((source) => {
    const own = accounts.filter((account) => account.source === source);
    const all = { value: source, label: `All of ${sourceLabel[source]}` };
    return [
      ...(own.length > 1 || filter.source === source ? [all] : []),
      ...own.map((account) => ({
        value: account.id,
        label: `${accountWords({ source, connection: account.name })}${account.environment === 'sandbox' ? ', sandbox' : ''}`,
      })),
    ];
  });
  const chosen = filter.connection ?? filter.source ?? null;
  if (chosen && !options.some(({ value }) => value === chosen)) {
    options.push({
      value: chosen,
      label: connections.isPending ? 'Reading the accounts' : 'An account that is gone',
    });
  }
  return (
    <FilterSelect
      label="Account"
      options={options}
      value={chosen}
      onChange={(value) => {
        const source = sources.find((each) => each === value) ?? null;
        onChange({ source, connection: source ? null : value });
      }}
    />
  );
}
