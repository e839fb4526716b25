'use client';

import { useQuery } from '@tanstack/react-query';
import { parseAsString, useQueryState } from 'nuqs';
import { type UIEvent, useCallback, useState } from 'react';
import { pagedTable } from '#components/console/paged-table.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FilterBar } from '#components/ui/filter-bar.tsx';
import { FilterSearch } from '#components/ui/filter-search.tsx';
import { FilterSelect } from '#components/ui/filter-select.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { Pill } from '#components/ui/pill.tsx';
import { SplitView } from '#components/ui/split-view.tsx';
import { sources } from '#lib/catalog/event-type.ts';
import { eventOutcomes } from '#lib/delivery/event-outcomes.ts';
import type { EventItem } from '#lib/events/events.contract.ts';
import { api } from '../api.ts';
import { eventColumns, renderNarrowEvent } from './event-columns.tsx';
import { EventDetailPanel } from './event-detail-panel.tsx';
import { useEventFilters } from './event-filters.ts';
import { sourceLabel } from './source-label.ts';
import { useEventRows } from './use-event-rows.ts';

const rowId = (event: EventItem) => event.id;
const rowHref = (event: EventItem) => `/events/${event.id}`;
const outcomeOptions = Object.entries(eventOutcomes).map(([value, { word }]) => ({ value, label: word }));
const sourceOptions = sources.map((value) => ({ value, label: sourceLabel[value] }));
const environmentOptions = [
  { value: 'production', label: 'Production' },
  { value: 'sandbox', label: 'Sandbox' },
];

/** The event log: list, filters in the URL, detail beside the list, new rows as they come. */
export function EventsPage() {
  const { filters, setFilters, input, filtered, clear } = useEventFilters();
  const [open, setOpen] = useQueryState('event', parseAsString.withOptions({ history: 'push' }));
  const [atTop, setAtTop] = useState(true);
  const types = useQuery(api.events.types.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const { query, rows, held, showHeld } = useEventRows(input, atTop);
  const onOpen = useCallback((event: EventItem) => void setOpen(event.id), [setOpen]);
  const onScroll = (event: UIEvent<HTMLElement>) => {
    if (event.target instanceof HTMLElement) setAtTop(event.target.scrollTop < 12);
  };
  const scrollUp = () => {
    document.querySelector('[data-events-list] [data-scroller]')?.scrollTo({ top: 0 });
    showHeld();
  };
  const typeOptions = (types.data?.items ?? [])
    .filter((type) => !filters.source || type.source === filters.source)
    .map((type) => ({ value: type.name, label: `${sourceLabel[type.source]}: ${type.label}` }));
  if (filters.type && !typeOptions.some((option) => option.value === filters.type)) {
    typeOptions.unshift({ value: filters.type, label: filters.type });
  }

  const list = (
    <div data-events-list className="flex min-h-0 flex-1 flex-col" onScrollCapture={onScroll}>
      <PageHeader title="Events" />
      <FilterBar
        label="Filter events"
        onClear={filtered ? clear : undefined}
        end={held > 0 && <Pill onClick={scrollUp}>{held} new</Pill>}
      >
        <FilterSearch
          label="Find by homeowner or id"
          value={filters.q ?? ''}
          onChange={(q) => setFilters({ q: q || null })}
        />
        <FilterSelect
          label="Source"
          options={sourceOptions}
          value={filters.source}
          onChange={(value) =>
            setFilters({ source: sources.find((source) => source === value) ?? null, type: null })
          }
        />
        <FilterSelect
          label="Event"
          options={typeOptions}
          value={filters.type}
          onChange={(type) => setFilters({ type })}
        />
        <FilterSelect
          label="Outcome"
          options={outcomeOptions}
          value={filters.outcome}
          onChange={(outcome) => setFilters({ outcome })}
        />
        <FilterSelect
          label="Environment"
          options={environmentOptions}
          value={filters.environment}
          onChange={(value) =>
            setFilters({ environment: value === 'production' || value === 'sandbox' ? value : null })
          }
        />
      </FilterBar>
      <DataTable
        label="Events"
        rows={rows}
        columns={eventColumns}
        rowId={rowId}
        rowHref={rowHref}
        activeId={open}
        onOpen={onOpen}
        onClose={() => void setOpen(null)}
        renderNarrow={renderNarrowEvent}
        {...pagedTable(query, 'The events could not be read')}
        empty={filtered ? <NothingFits clear={clear} /> : <NothingYet />}
      />
    </div>
  );
  return (
    <SplitView
      list={list}
      detail={open ? <EventDetailPanel id={open} /> : null}
      detailLabel="Event"
      backLabel="Events"
      onClose={() => void setOpen(null)}
    />
  );
}

function NothingFits({ clear }: { clear: () => void }) {
  return (
    <EmptyState
      title="No event fits these filters"
      action={
        <button type="button" className="text-accent underline" onClick={clear}>
          Clear filters
        </button>
      }
    >
      Events that fit will appear here as they come.
    </EmptyState>
  );
}

function NothingYet() {
  return (
    <EmptyState
      title="No event has come yet"
      action={<LinkButton href="/refusals">Look at refused requests</LinkButton>}
    >
      Every webhook of Enerflo, Sunnova and your CRM appears here within a second. If one was sent and is
      missing, it may have been refused.
    </EmptyState>
  );
}
