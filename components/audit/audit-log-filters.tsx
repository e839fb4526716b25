'use client';

import type { ReactNode } from 'react';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterChip } from '#components/ui/filter-chip.tsx';
import { FilterSearch } from '#components/ui/filter-search.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { FilterTime } from '#components/ui/filter-time.tsx';
import { ranges } from '#lib/events/event-query.schema.ts';
import { rangeOptions } from '../events/range-words.ts';
import { actionOptions } from './action-options.ts';
import { type useAuditFilters, whoFilter } from './audit-filters.ts';
import { subjectWords } from './subject-kinds.ts';
import { useActorOptions } from './use-actor-options.ts';

interface AuditLogFiltersProps {
  log: ReturnType<typeof useAuditFilters>;
  end: ReactNode;
}

const instant = (iso: string | null) => (iso ? new Date(iso) : null);

/** Everything by which the audit log is narrowed down. */
export function AuditLogFilters({ log, end }: AuditLogFiltersProps) {
  const { filters, setFilters, filtered, clear } = log;
  const actors = useActorOptions();
  return (
    <FilterBar
      label="Filter the audit log"
      onClear={filtered ? clear : undefined}
      end={end}
      search={
        <FilterSearch
          slash
          label="Name or id"
          value={filters.q ?? ''}
          onChange={(q) => void setFilters({ q: q || null })}
        />
      }
    >
      <FilterTime
        label="Time"
        ranges={rangeOptions}
        value={{
          range: filters.range,
          from: filters.from?.toISOString() ?? null,
          to: filters.to?.toISOString() ?? null,
        }}
        onChange={({ range, from, to }) =>
          void setFilters({
            range: ranges.find((each) => each === range) ?? null,
            from: instant(from),
            to: instant(to),
          })
        }
      />
      <FilterSelect
        label="Who"
        any="Anybody"
        options={actors}
        value={filters.actorId ?? filters.actorKind}
        onChange={(who) => void setFilters(whoFilter(who))}
      />
      <FilterSelect
        label="What"
        any="Anything"
        options={actionOptions}
        value={filters.action}
        onChange={(action) => void setFilters({ action })}
      />
      {(filters.subjectKind || filters.subjectId) && (
        <FilterChip
          label="About"
          words={
            filters.subjectId
              ? filters.subjectId.slice(-8)
              : subjectWords({ kind: filters.subjectKind ?? '', id: null, name: null })
          }
          onRemove={() => void setFilters({ subjectKind: null, subjectId: null })}
        />
      )}
      {filters.requestId && (
        <FilterChip
          label="Request"
          words={filters.requestId.slice(-8)}
          onRemove={() => void setFilters({ requestId: null })}
        />
      )}
    </FilterBar>
  );
}
